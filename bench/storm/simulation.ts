import { Calendar, dice } from './calendar.ts'
import { Measures, type Measured } from './measures.ts'
import { Requests } from './requests.ts'
import { routes, type Load, type Scenario } from './scenarios.ts'
import { Server } from './server.ts'
import type { Strategy, World } from './strategy.ts'

// What happens: the kind in the lowest bits, whom it happens to above.
const page = 0
const succeeded = 1
const failed = 2
const again = 3
const woke = 4
const kinds = 8

/** What one run is made of. */
export interface Run {
  readonly load: Load
  readonly scenario: Scenario
  readonly seed: number
  readonly strategy: (world: World, tabs: number) => Strategy
}

/** Plays one scenario for one strategy: tabs load pages, the origin answers or does not, and the strategy decides what then. */
export function simulate({ load, scenario, seed, strategy: make }: Run): Measured {
  const calendar = new Calendar(scenario.end)
  const requests = new Requests()
  // Users and the network do the same whatever the strategy throws.
  const [users, network, random] = [dice(seed), dice(seed + 1), dice(seed + 2)]
  const normal = (load.tabs * routes * 1000) / load.page
  const server = new Server(scenario, normal * scenario.capacity)
  const measures = new Measures(scenario, { capacity: server.capacity, tabs: load.tabs })
  const world: World = {
    now: 0,
    random,
    requests,
    send(request) {
      const route = requests.route[request] ?? 0
      requests.attempt[request] = (requests.attempt[request] ?? 0) + 1
      const served = server.serves(route, world.now)
      measures.sent(world.now, served)
      calendar.add(world.now + 40 + Math.floor(network() * 80), request * kinds + (served ? succeeded : failed))
    },
    later: (request, delay) => calendar.add(world.now + Math.max(1, Math.round(delay)), request * kinds + again),
    wake: (tab, at) => calendar.add(Math.max(Math.ceil(at), world.now), tab * kinds + woke),
    finish(request, isGood) {
      measures.ended(requests, request, { now: world.now, isGood, groups: strategy.groups })
      requests.remove(request)
    },
  }
  const strategy = make(world, load.tabs)
  const nextPage = (): number => Math.round(-Math.log(1 - users()) * load.page)
  const loadPage = (tab: number): void => {
    const made = Array.from({ length: routes }, (_, route) => requests.create(tab, route, world.now))
    for (const request of made) measures.made(requests.route[request] ?? 0, world.now)
    for (const request of made) strategy.start(request)
  }
  const happen = (kind: number, whom: number): void => {
    if (kind === page) {
      loadPage(whom)
      calendar.add(world.now + 1 + nextPage(), whom * kinds + page)
    } else if (kind === succeeded) strategy.succeeded(whom)
    else if (kind === failed) strategy.failed(whom, server.isDown(world.now) ? scenario.retryAfter : 0)
    else if (kind === again) strategy.again(whom)
    else strategy.woke(whom)
  }
  for (let tab = 0; tab < load.tabs; tab++) calendar.add(nextPage(), tab * kinds + page)
  for (; world.now <= scenario.end; world.now++) {
    if (scenario.herd && world.now === scenario.from) for (let tab = 0; tab < load.tabs; tab++) loadPage(tab)
    for (let what = calendar.take(world.now); what !== -1; what = calendar.take(world.now))
      happen(what % kinds, Math.floor(what / kinds))
  }
  return measures.result()
}

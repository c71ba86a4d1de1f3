import type { Strategy, World } from './strategy.ts'

/** TanStack Query's default: three retries after 1, 2 and 4 s. What the server asks for is not heard. */
export function tanstack(world: World): Strategy {
  return retrying(world, (attempt) => 1000 * 2 ** (attempt - 1))
}

/** Three retries, each after anything from nothing to 1, 2 and 4 s. */
export function fullJitter(world: World): Strategy {
  return retrying(world, (attempt) => world.random() * 1000 * 2 ** (attempt - 1))
}

/**
 * Three retries with floor and jitter, while the tab's bucket lasts: ten tokens, one for each retry, a tenth back for each
 * success.
 */
export function bucket(world: World, tabs: number): Strategy {
  const tokens = new Float64Array(tabs).fill(10)
  const tabOf = (request: number): number => world.requests.tab[request] ?? 0
  const plain = retrying(world, (attempt) => 2 ** (attempt - 1) * (1000 + world.random() * 2000))
  return {
    ...plain,
    succeeded(request) {
      const tab = tabOf(request)
      tokens[tab] = Math.min(10, (tokens[tab] ?? 0) + 0.1)
      plain.succeeded(request)
    },
    failed(request, retryAfter) {
      const tab = tabOf(request)
      const left = tokens[tab] ?? 0
      if (left < 1) return world.finish(request, false)
      if ((world.requests.attempt[request] ?? 0) <= 3) tokens[tab] = left - 1
      plain.failed(request, retryAfter)
    },
  }
}

function retrying(world: World, delayOf: (attempt: number) => number): Strategy {
  return {
    groups: false,
    start: (request) => world.send(request),
    again: (request) => world.send(request),
    woke: () => undefined,
    succeeded: (request) => world.finish(request, true),
    failed(request) {
      const attempt = world.requests.attempt[request] ?? 0
      if (attempt > 3) world.finish(request, false)
      else world.later(request, delayOf(attempt))
    },
  }
}

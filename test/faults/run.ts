import { chromium, type Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { launchOptions } from '../../scripts/browser.mjs'
import { listen } from './complaints.ts'
import { jobOf, type Job, type JobEnd } from './jobs.ts'
import { startProxy } from './proxy.ts'
import { startSite, type Site } from './site.ts'

const seed = Number(process.env['REMEDY_FAULTS_SEED'] ?? 1)
/** Things that one page does at the same time. */
const slots = 24
/** The clock of the page runs so many times as fast: it waits as the library does for its users, in less time. */
const speed = 10

/** A run of so many requests, 30 % of them broken. */
export async function runFaults(total: number): Promise<Wrongs> {
  const browser = await chromium.launch(launchOptions())
  const site = await startSite('./page.tsx')
  const proxy = await startProxy(site.url, { seed, slowness: 100 })
  onTestFinished(async () => {
    await browser.close()
    for (const each of [proxy, site]) each.close()
  })
  const page = await browser.newPage()
  const complaints = listen(page)
  const sent: string[] = []
  // What only looks whether the server is back is a GET.
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname))
  const user = await startUser(page, total)
  const began = performance.now()
  await page.addInitScript(hurry, speed)
  await page.goto(proxy.url)
  const reloads = Math.max(2, Math.round(total / 1000))
  for (let reload = 1; reload <= reloads; reload++) {
    await user.until((total * reload) / (reloads + 1))
    await page.reload()
  }
  await user.until(total)
  const seconds = (performance.now() - began) / 1000
  report({ seconds, ends: user.ends, injected: proxy.injected, arrived: proxy.arrived() })
  return { complaints, ...wrongsOf({ total, sent, site, endOf: (id) => user.ends.get(id)?.end }) }
}

/** What must not be; each list is empty when all is well. */
export interface Wrongs {
  readonly complaints: readonly string[]
  /** Failed, and nothing on screen said so. */
  readonly lost: readonly Job[]
  readonly doneTwice: readonly Job[]
  /** Said to be done, and is not. */
  readonly notDone: readonly Job[]
  /** Has no key and was sent again. */
  readonly sentTwice: readonly Job[]
}

export const nothingWrong: Wrongs = { complaints: [], lost: [], doneTwice: [], notDone: [], sentTwice: [] }

interface Judging {
  readonly total: number
  readonly sent: readonly string[]
  readonly site: Site
  readonly endOf: (id: number) => string | undefined
}

function wrongsOf({ total, sent, site, endOf }: Judging): Omit<Wrongs, 'complaints'> {
  const jobs = Array.from({ length: total }, (_, id) => jobOf(seed, id))
  const changes = jobs.filter(({ kind }) => ['order', 'keyed', 'bare'].includes(kind))
  const times = ({ kind, id }: Job) => site.ledger.countOf(`${kind}-${id}`)
  const sends = ({ kind, id }: Job) => sent.filter((path) => path.endsWith(`/${kind}-${id}`)).length
  return {
    lost: jobs.filter(({ id }) => endOf(id) === 'unshown'),
    // A browser sends once more by itself what got no answer on a connection that it had opened before, a POST too:
    // without a key nothing can be done about it. What the library sends it sends once.
    doneTwice: changes.filter((job) => job.kind !== 'bare' && times(job) > 1),
    sentTwice: changes.filter((job) => job.kind === 'bare' && sends(job) > 1),
    notDone: changes.filter((job) => endOf(job.id) === 'success' && times(job) === 0),
  }
}

/** Gives the page what to do, and keeps what came of it. */
async function startUser(page: Page, total: number) {
  const running = new Map<number, Job>()
  const ends = new Map<number, Omit<JobEnd, 'end'> & { end: JobEnd['end'] | 'cut off' }>()
  const again: Job[] = []
  let waiting: { count: number; done: () => void } | undefined
  let next = 0
  const finish = (end: Omit<JobEnd, 'end'> & { end: JobEnd['end'] | 'cut off' }) => {
    running.delete(end.id)
    ends.set(end.id, end)
    if (waiting !== undefined && ends.size >= waiting.count) waiting.done()
  }
  // After a reload: an order that was not answered is pressed once more, all else is over.
  await page.exposeFunction('begin', (answered: readonly number[]) => {
    again.length = 0
    for (const job of running.values())
      if (answered.includes(job.id)) finish({ id: job.id, end: 'success' })
      else if (job.kind === 'order') again.push(job)
      else finish({ id: job.id, end: 'cut off' })
    return slots
  })
  await page.exposeFunction('takeJob', () => {
    const job = again.shift() ?? (next < total ? jobOf(seed, next++) : undefined)
    if (job !== undefined) running.set(job.id, job)
    return job
  })
  await page.exposeFunction('ended', finish)
  return {
    ends,
    until: (count: number) =>
      new Promise<void>((resolve) => {
        waiting = { count, done: resolve }
        if (ends.size >= count) resolve()
      }),
  }
}

/** In the page, before anything else: a faster clock. */
function hurry(speed: number): void {
  const {
    setTimeout: wait,
    Date: { now },
  } = globalThis
  const start = now()
  const later = (run: () => void, milliseconds = 0, ...given: never[]) => wait(run, milliseconds / speed, ...given)
  Object.assign(globalThis, { setTimeout: later })
  Date.now = () => start + (now() - start) * speed
}

interface Figures {
  readonly seconds: number
  readonly ends: ReadonlyMap<number, { readonly end: string }>
  readonly injected: ReadonlyMap<string, number>
  readonly arrived: number
}

function report({ seconds, ends, injected, arrived }: Figures): void {
  const count = (end: string) => [...ends.values()].filter((each) => each.end === end).length
  const broken = [...injected.values()].reduce((sum, each) => sum + each, 0)
  const share = ((100 * broken) / arrived).toFixed(1)
  console.log(
    `${ends.size} requests in ${seconds.toFixed(0)} s: ${count('success')} well, ${count('shown')} on screen, ` +
      `${count('unshown')} lost, ${count('cut off')} cut off by a reload; ${arrived} sent, ${share} % of them broken: ` +
      [...injected].map(([fault, times]) => `${fault} ${times}`).join(', '),
  )
}

import { QueryClient } from '@tanstack/react-query'
import { StrictMode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Problem } from '../../../src/core.ts'
import { createRemedyClient, ErrorProvider } from '../../../src/index.ts'
import type { Claimer, Owner } from './claimers.tsx'
import { plain, wrapped, type Play } from './parts.tsx'

/** When the claiming part leaves the page. */
export const leavings = [
  'never',
  'in flight',
  'same tick',
  'right after the commit',
  'after 30 ms',
  'after 250 ms',
] as const
export type Leaving = (typeof leavings)[number]

/** How a batch is played. */
export interface Batch {
  readonly leaving: Leaving
  readonly strict: boolean
  /** Our hooks, or plain ones. */
  readonly ours: boolean
  /** Blocks the main thread for so long, in the task of the failures. */
  readonly block?: number
}

/** What was seen of one failure. */
export interface Seen {
  /** In which places it was seen, in order. */
  readonly places: readonly Owner[]
  /** The most places at one time. */
  readonly most: number
  readonly last: Owner
  readonly announced: number
  readonly reported: number
}

/** Who may show a failure in the end. */
export function ownersOf({ stays, gone }: Pick<Claimer, 'stays' | 'gone'>, leaving: Leaving): readonly Owner[] {
  return leaving === 'never' ? [stays] : [gone].flat()
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Longer than any wait that the laws allow: a second of patience, then two ticks. */
const enough = 1800

/** Plays these claimers side by side, each in a root, a query client and a client of its own. */
export async function play(claimers: readonly Claimer[], { leaving, strict, ours, block = 0 }: Batch): Promise<Seen[]> {
  const stages = claimers.map((claimer) => build(claimer, { strict, ours }))
  const leave = () => stages.forEach((stage) => stage.leave())
  await Promise.all(stages.map(({ mounted }) => mounted))
  for (const stage of stages) stage.go()
  await Promise.all(stages.map(({ sent }) => sent))
  await wait(20)
  if (leaving === 'in flight') leave()
  const watches = stages.map((stage) => {
    const watch = watchPlaces(stage.host, stage.id)
    if (leaving === 'right after the commit') watch.onFirst(stage.leave)
    return watch
  })
  for (const stage of stages) stage.fail()
  if (leaving === 'same tick') leave()
  // The caches tell of the failures in microtasks, and everything that follows waits for a timer.
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  const end = performance.now() + block
  while (performance.now() < end) {
    // busy
  }
  if (leaving === 'after 30 ms') setTimeout(leave, 30)
  if (leaving === 'after 250 ms') setTimeout(leave, 250)
  await wait(block + enough)
  // On a busy machine everything takes longer; what would never come right does not come right in this time either.
  const isSettled = () =>
    stages.every((stage) => ownersOf(stage.claimer, leaving).includes(placesOf(stage.host, stage.id)[0] ?? 'nothing'))
  for (let turn = 0; turn < 50 && !isSettled(); turn++) await wait(100)
  return stages.map((stage, index) => {
    const seen = watches[index]?.end() ?? { places: [], most: 0, last: 'nothing' as const }
    stage.remove()
    return { ...seen, announced: stage.announced(), reported: stage.reported() }
  })
}

function build(claimer: Claimer, { strict, ours }: { readonly strict: boolean; readonly ours: boolean }) {
  const id = crypto.randomUUID()
  const host = document.body.appendChild(document.createElement('div'))
  let announced = 0
  let reported = 0
  const client = createRemedyClient({ contracts: [], onReport: () => void reported++ })
  const root = createRoot(host, { onCaughtError: client.caught, onUncaughtError: () => {} })
  const queryClient = new QueryClient()
  const failing = later<never>()
  const sent = later<void>()
  const mounted = later<void>()
  failing.promise.catch(() => {})
  let go = () => {}
  let close: (open: boolean) => void = () => {}
  const play: Play = {
    work: () => (sent.resolve(), failing.promise),
    hooks: ours ? wrapped : plain,
    onGo: (given) => void (go = given),
  }
  const onMount = (setOpen: (open: boolean) => void) => {
    close = setOpen
    mounted.resolve()
  }
  const surfaces = { toast: () => <p data-toast={id} />, dialog: null, banner: null, announcer: null }
  const page = (
    <ErrorProvider contracts={[]} client={client} queryClient={queryClient} surfaces={surfaces}>
      <Page Part={claimer.Part} play={play} onMount={onMount} />
    </ErrorProvider>
  )
  client.store.subscribe((now, before) => {
    for (const channel of ['polite', 'assertive'] as const)
      if (now[channel] !== before[channel] && now[channel]?.of === 'incident') announced++
  })
  root.render(strict ? <StrictMode>{page}</StrictMode> : page)
  return {
    id,
    host,
    claimer,
    mounted: mounted.promise,
    sent: sent.promise,
    go: () => go(),
    fail: () => failing.reject(ours ? new Problem({ kind: 'http', code: 'BROKEN', status: 500 }) : new Error('broken')),
    leave: () => flushSync(() => close(false)),
    announced: () => announced,
    reported: () => reported,
    remove() {
      root.unmount()
      host.remove()
      queryClient.clear()
    },
  }
}

function later<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (thrown: unknown) => void = () => {}
  const promise = new Promise<T>((yes, no) => ((resolve = yes), (reject = no)))
  return { promise, resolve, reject }
}

interface PageProps {
  readonly Part: Claimer['Part']
  readonly play: Play
  readonly onMount: (setOpen: (open: boolean) => void) => void
}

function Page({ Part, play, onMount }: PageProps) {
  const [open, setOpen] = useState(true)
  useEffect(() => onMount(setOpen), [onMount])
  return <Part play={play} open={open} />
}

/** Looks at every change of the page, and counts the places that show the failure in full. */
function watchPlaces(host: HTMLElement, id: string) {
  const places: Owner[] = []
  let most = 0
  let first: (() => void) | undefined
  const look = () => {
    const now = placesOf(host, id)
    most = Math.max(most, now.length)
    const place = now[0] ?? 'nothing'
    if (place !== (places.at(-1) ?? 'nothing')) places.push(place)
    if (now.length === 0) return
    first?.()
    first = undefined
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true, attributes: true })
  return {
    onFirst(run: () => void) {
      first = run
    },
    end() {
      observer.disconnect()
      look()
      return { places, most, last: placesOf(host, id)[0] ?? ('nothing' as const) }
    },
  }
}

function placesOf(host: HTMLElement, id: string): readonly Owner[] {
  const own = [...host.querySelectorAll<HTMLElement>('[data-remedy-surface]:not([data-remedy-compact])')]
  const others = [...host.querySelectorAll('[data-foreign]')].map(() => 'foreign' as const)
  const toasts = [...document.querySelectorAll(`[data-toast="${id}"]`)].filter(
    (toast) => toast.closest('[data-remedy-leaving]') === null,
  )
  const local = own.map(({ dataset }) => dataset['remedySurface'] as Owner)
  return [...local, ...others, ...toasts.map(() => 'toast' as const)]
}

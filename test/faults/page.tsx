import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { divination } from '../../src/contracts/divination/index.ts'
import { extendContract, isProblem, type Problem } from '../../src/core.ts'
import { createRemedyClient, ErrorProvider, ProblemInline, useApiMutation, useApiQuery } from '../../src/index.ts'
import '../../src/styles.css'
import type { Job, JobEnd } from './jobs.ts'

/** What the test does for its page. */
declare global {
  interface Window {
    begin(answered: readonly number[]): Promise<number>
    takeJob(): Promise<Job | undefined>
    ended(end: JobEnd): Promise<void>
  }
}

const backend = extendContract(divination, {
  match: '/api/',
  retry: { retries: 2, first: 300, factor: 2, max: 2000, jitter: 1 },
})
const shop = { ...backend, name: 'shop', idempotencyHeader: 'Idempotency-Key' } as const
const bare = { ...backend, name: 'bare' } as const

const client = createRemedyClient({ contracts: [shop, bare] })
const limits = { timeout: 4000 }
const send = { shop: client.fetch(shop, limits), bare: client.fetch(bare, limits) }
const insist = client.fetch(shop, { ...limits, retry: true })
const nothing = () => {}
const actions = {
  recharge: nothing,
  refreshHistory: nothing,
  refreshNotifications: nothing,
  startNewSession: nothing,
  restartCasting: nothing,
  switchToTextInput: nothing,
  bootstrapProfile: nothing,
  bootstrapInviteCode: nothing,
}

// What a page has told the test may be lost when it is reloaded; what it has written down is not.
const mark = 'answered '
const marks = Object.keys(sessionStorage).filter((name) => name.startsWith(mark))
const slots = await window.begin(marks.map((name) => Number(name.slice(mark.length))))
const root = createRoot(document.getElementById('root') ?? document.body)
root.render(
  <QueryClientProvider client={new QueryClient()}>
    <ErrorProvider contracts={[shop, bare]} client={client} actions={actions}>
      {Array.from({ length: slots }, (_, slot) => (
        <Slot key={slot} />
      ))}
    </ErrorProvider>
  </QueryClientProvider>,
)

/** Does one job after the other. */
function Slot(): ReactNode {
  const [job, setJob] = useState<Job>()
  const next = useCallback(() => void window.takeJob().then(setJob), [])
  useEffect(next, [next])
  if (job === undefined) return null
  const Work = job.kind === 'read' || job.kind === 'inline' ? Read : job.kind === 'call' ? Call : Order
  return <Work key={job.id} job={job} next={next} />
}

interface WorkProps {
  readonly job: Job
  readonly next: () => void
}

function Read({ job: { id, kind }, next }: WorkProps): ReactNode {
  const item = useApiQuery({
    contract: shop,
    queryKey: ['item', id],
    queryFn: async ({ signal }) =>
      (await send.shop(`/api/items/${id}`, { signal })).json() as Promise<{ item: number }>,
    show: kind === 'inline' ? 'inline' : undefined,
    gcTime: 0,
  })
  const { data, error } = item
  useEffect(() => {
    if (data !== undefined) end(id, data.item === id ? undefined : new Error('not what was asked for'), next)
    if (error !== null) end(id, error, next)
  }, [data, error, id, next])
  return kind === 'inline' && error !== null ? <ProblemInline of={item} /> : <p>{data?.item}</p>
}

function Call({ job: { id }, next }: WorkProps): ReactNode {
  useEffect(() => {
    insist(`/api/items/${id}`)
      .then((response) => response.json())
      .then(
        () => end(id, undefined, next),
        (thrown: unknown) => end(id, client.present(thrown), next),
      )
  }, [id, next])
  return null
}

function Order({ job, next }: WorkProps): ReactNode {
  const { id, kind } = job
  const { mutateAsync, data } = useApiMutation({
    contract: kind === 'bare' ? bare : shop,
    mutationFn: async (what: string) => {
      const { order } = await post(kind, what)
      // A reload may come before anything else knows of the answer.
      sessionStorage.setItem(mark + id, '')
      return order
    },
    ...(kind === 'order' ? { intent: (what: string) => `order ${what}` } : {}),
  })
  useEffect(() => void press(job, mutateAsync, next), [job, mutateAsync, next])
  return <p>{data}</p>
}

/** Presses, twice at once or again after a failure as the job says, and ends with what came of the last press. */
async function press(
  { id, kind, isDouble, presses }: Job,
  mutate: (what: string) => Promise<number>,
  next: () => void,
) {
  const what = `${kind}-${id}`
  const once = () => mutate(what).then(nothing, (thrown: unknown) => thrown)
  if (isDouble) void once()
  for (let left = presses, thrown = await once(); ; left--, thrown = await once()) {
    if (thrown === undefined || left === 0 || !isProblem(thrown)) return end(id, thrown, next)
    if (!(await isShown(thrown))) return void window.ended({ id, end: 'unshown', code: thrown.code })
  }
}

async function post(kind: Job['kind'], what: string): Promise<{ order: number }> {
  const fetch = kind === 'bare' ? send.bare : send.shop
  const response = await fetch(`/api/orders/${what}`, { method: 'POST', body: what })
  return response.json() as Promise<{ order: number }>
}

function end(id: number, thrown: unknown, next: () => void): void {
  const tell = (end: JobEnd['end'], code?: string) => {
    void window.ended({ id, end, code })
    next()
  }
  if (thrown === undefined) return tell('success')
  if (!isProblem(thrown)) return tell('unshown', 'no problem')
  void isShown(thrown).then((shown) => tell(shown ? 'shown' : 'unshown', thrown.code))
}

/** Waits until an incident that stands for this problem is on screen. */
function isShown(problem: Problem): Promise<boolean> {
  const { store, parts } = client
  const fits = () =>
    parts.desk.isLive(problem) &&
    store
      .getState()
      .incidents.some(({ problem: { contract, code } }) => contract === problem.contract && code === problem.code)
  return new Promise((resolve) => {
    const settle = (shown: boolean) => {
      stop()
      clearTimeout(late)
      resolve(shown)
      // Its user has read it.
      setTimeout(() => parts.desk.finish(problem))
    }
    const stop = store.subscribe(() => fits() && settle(true))
    const late = setTimeout(() => settle(fits()), 60_000)
    if (fits()) settle(true)
  })
}

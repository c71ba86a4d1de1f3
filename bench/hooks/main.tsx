import { notifyManager, QueryClient, QueryClientProvider, useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { divination } from '../../src/contracts/divination/index.ts'
import { createRemedyClient, ErrorProvider, useApiMutation, useApiQuery } from '../../src/index.ts'

/** What is compared: the same work through one pair of hooks. */
interface Side {
  readonly useQuery: typeof useQuery
  readonly useMutation: typeof useMutation
  readonly wrap: (page: ReactNode, queryClient: QueryClient) => ReactNode
}

const plain: Side = {
  useQuery,
  useMutation,
  wrap: (page, queryClient) => <QueryClientProvider client={queryClient}>{page}</QueryClientProvider>,
}

const client = createRemedyClient({ contracts: [divination] })
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

const ours: Side = {
  useQuery: useApiQuery,
  useMutation: useApiMutation as typeof useMutation,
  wrap: (page, queryClient) => (
    <ErrorProvider contracts={[divination]} client={client} queryClient={queryClient} actions={actions}>
      {page}
    </ErrorProvider>
  ),
}

const count = 300
const ids = Array.from({ length: count }, (_, id) => id)

/** One side on a page of its own. Providers are mounted once, as in an app; what is timed comes and goes below them. */
class Stage {
  readonly side: Side
  readonly queryClient = new QueryClient()
  readonly #root = createRoot(document.body.appendChild(document.createElement('div')))
  #left = 0
  #done = () => {}
  #setPage: (page: ReactNode) => void = () => {}

  constructor(side: Side) {
    this.side = side
    const onRender = (setPage: (page: ReactNode) => void) => void (this.#setPage = setPage)
    flushSync(() => this.#root.render(side.wrap(<Slot onRender={onRender} />, this.queryClient)))
  }

  show(page: ReactNode): void {
    flushSync(() => this.#setPage(page))
  }

  clear(): void {
    this.show(null)
    this.queryClient.clear()
  }

  /** One component has its data. */
  readonly tell = () => {
    if (--this.#left === 0) this.#done()
  }

  /** Waits until all of them have. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#left = count
      this.#done = resolve
    })
  }

  end(): void {
    this.#root.unmount()
  }
}

function Slot({ onRender }: { onRender: (setPage: (page: ReactNode) => void) => void }) {
  const [page, setPage] = useState<ReactNode>(null)
  onRender(setPage)
  return page
}

/** Prepares, and answers with the work to be timed. */
type Work = (stage: Stage) => () => Promise<void>

const works: Readonly<Record<string, Work>> = {
  [`${count} queries mount, succeed and show their data`]: queries(0, async (id) => id),
  [`${count} queries fetch a kilobyte of JSON and show it`]: queries(0, async () => {
    const answer = (await (await fetch(json)).json()) as { length: number }
    return answer.length
  }),
  [`${count} queries render ten times more`]: queries(10, async (id) => id),
  [`${count} mutations are sent and succeed`]: mutations,
}

/** What is timed, by name. */
export const names = Object.keys(works)

/** One row of the table. The runner drives it, because only the browser knows how much its page has worked. */
export interface Row {
  /** Readies one round of TanStack's own hooks (0), of the same again (1), or of ours (2). */
  prepare(at: number): void
  /** The work to be timed. */
  run(): Promise<void>
  clear(): void
  end(): void
}

/** Sets up both sides for one work. */
export function rowOf(name: string): Row {
  // No timers in between: what is timed is work.
  notifyManager.setScheduler(queueMicrotask)
  const stages = [plain, plain, ours].map((side) => new Stage(side))
  let stage = stages[0]
  let run = async () => {}
  return {
    prepare(at) {
      stage = stages[at]
      const work = works[name]
      if (stage !== undefined && work !== undefined) run = work(stage)
    },
    run: () => run(),
    clear: () => stage?.clear(),
    end: () => stages.forEach((each) => each.end()),
  }
}

const json = `data:application/json,${JSON.stringify(Array.from({ length: 60 }, (_, id) => ({ id, name: 'Ada' })))}`

function queries(again: number, read: (id: number) => Promise<number>): Work {
  return (stage) => {
    const { useQuery: useIt } = stage.side
    function One({ id }: { id: number; time: number }) {
      const { data } = useIt({ queryKey: ['points', id], queryFn: () => read(id), staleTime: Infinity })
      useEffect(() => {
        if (data !== undefined) stage.tell()
      }, [data])
      return <p>{data}</p>
    }
    const show = (time: number) => stage.show(ids.map((id) => <One key={id} id={id} time={time} />))
    const mount = () => {
      const ready = stage.wait()
      show(0)
      return ready
    }
    if (again === 0) return mount
    for (const id of ids) stage.queryClient.setQueryData(['points', id], id)
    void mount()
    return async () => {
      for (let time = 1; time <= again; time++) show(time)
    }
  }
}

function mutations(stage: Stage): () => Promise<void> {
  const { useMutation: useIt } = stage.side
  const send: (() => void)[] = []
  function One({ id }: { id: number }) {
    const { mutate, data } = useIt({ mutationFn: async (given: number) => given })
    useEffect(() => void (send[id] = () => mutate(id)), [mutate, id])
    useEffect(() => {
      if (data !== undefined) stage.tell()
    }, [data])
    return <p>{data}</p>
  }
  stage.show(ids.map((id) => <One key={id} id={id} />))
  return () => {
    const ready = stage.wait()
    for (const each of send) each()
    return ready
  }
}

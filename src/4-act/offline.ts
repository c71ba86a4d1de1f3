import { onlineManager, type Mutation, type Query } from '@tanstack/react-query'
import { Problem } from '../problem/problem.ts'
import type { Source } from '../problem/source.ts'
import { callOf, metaOf } from './call.ts'
import { callSource } from './call-source.ts'
import { judge, type Runtime } from './runtime.ts'

/** R8: what TanStack pauses for want of a network fails by the network, for as long as it is paused. */
export class Offline {
  readonly #runtime: Runtime
  readonly #timers = new WeakMap<object, ReturnType<typeof setTimeout>>()
  readonly #notices = new WeakMap<object, Source>()

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  /** Something happened to it. */
  heard(of: Query | Mutation, source: Source, what: string): void {
    if (!isPaused(of)) return this.ended(of)
    if (what !== 'pause') return
    this.ended(of)
    const soon = () => {
      if (!onlineManager.isOnline()) void this.#tell(of, source)
    }
    this.#timers.set(of, setTimeout(soon, toldAfter))
  }

  /** It is over, or nobody wants it any more. */
  ended(of: Query | Mutation): void {
    const notice = this.#notices.get(of)
    clearTimeout(this.#timers.get(of))
    this.#notices.delete(of)
    if (notice !== undefined) this.#runtime.presenter.forget(notice)
  }

  async #tell(of: Query | Mutation, waiting: Source): Promise<void> {
    const call = callOf(of.meta) ?? metaOf(of.meta)
    const thrown = new Problem({ kind: 'network', code: 'NETWORK', contract: call?.contract?.name })
    const source: Source = {
      ...callSource(thrown),
      kind: waiting.kind,
      key: `offline ${waiting.key}`,
      failedWith: () => isPaused(of),
      hasData: () => waiting.hasData(),
      observed: () => waiting.observed(),
    }
    this.#notices.set(of, source)
    const seen = this.#runtime.next()
    const { problem, remedy } = await judge(this.#runtime, thrown, { call: { ...call, show: call?.show ?? 'banner' } })
    if (this.#notices.get(of) === source) this.#runtime.act({ thrown, problem, remedy, source, seen })
  }
}

const toldAfter = 1000

function isPaused({ state }: Query | Mutation): boolean {
  return 'isPaused' in state ? state.isPaused : state.fetchStatus === 'paused'
}

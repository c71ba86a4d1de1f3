import { onlineManager, type Mutation, type Query } from '@tanstack/react-query'
import { Problem } from '../problem/problem.ts'
import type { Source } from '../problem/source.ts'
import { callOf, metaOf } from './call.ts'
import type { Memory, Pause } from './call-record.ts'
import { callSource } from './call-source.ts'
import { judge } from './runtime.ts'
import type { Sources } from './sources.ts'

/** R8: what TanStack pauses for want of a network fails by the network, for as long as it is paused. */
export class Offline {
  readonly #memory: Memory
  readonly #sources: Sources

  constructor(memory: Memory, sources: Sources) {
    this.#memory = memory
    this.#sources = sources
  }

  /** Something happened to it. */
  heard(of: Query | Mutation, what: string): void {
    const { pause: before } = this.#memory.recordOf(of)
    if (before !== undefined && (what === 'pause' || !isPaused(of))) this.ended(of)
    if (what !== 'pause') return
    const soon = () => {
      if (!onlineManager.isOnline()) void this.#tell(of, pause)
    }
    const pause: Pause = { timer: setTimeout(soon, toldAfter), notice: undefined }
    this.#memory.recordOf(of).pause = pause
  }

  /** It is over, or nobody wants it any more. */
  ended(of: Query | Mutation): void {
    const record = this.#memory.recordOf(of)
    if (record.pause === undefined) return
    const { timer, notice } = record.pause
    record.pause = undefined
    clearTimeout(timer)
    if (notice !== undefined) this.#memory.runtime.presenter.forget(notice)
  }

  async #tell(of: Query | Mutation, pause: Pause): Promise<void> {
    const waiting = this.#sources.of(of)
    const call = callOf(of) ?? metaOf(of)
    const thrown = new Problem({ kind: 'network', code: 'NETWORK', contract: call?.contract?.name })
    const source: Source = {
      ...callSource(thrown),
      kind: waiting.kind,
      key: `offline ${waiting.key}`,
      failedWith: () => isPaused(of),
      hasData: () => waiting.hasData(),
      observed: () => waiting.observed(),
    }
    pause.notice = source
    const seen = this.#memory.runtime.next()
    const { problem, remedy } = await judge(this.#memory.runtime, thrown, {
      call: { ...call, show: call?.show ?? 'banner' },
    })
    if (this.#memory.recordOf(of).pause === pause) this.#memory.runtime.act({ thrown, problem, remedy, source, seen })
  }
}

const toldAfter = 1000

function isPaused({ state }: Query | Mutation): boolean {
  return 'isPaused' in state ? state.isPaused : state.fetchStatus === 'paused'
}

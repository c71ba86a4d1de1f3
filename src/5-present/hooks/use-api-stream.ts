'use client'
import { hashKey, type QueryKey } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Connect } from '../../4-act/streams/connect.ts'
import { StreamRunner } from '../../4-act/streams/runner.ts'
import type { StreamCall } from '../../4-act/streams/stream-call.ts'
import type { StreamStatus } from '../../4-act/streams/stream-state.ts'
import type { ServerSentEvent } from '../../problem/stream.ts'
import { useRemedyContext } from '../context.ts'
import type { CodeOf } from '../../problem/contract.ts'
import type { Problem } from '../../problem/problem.ts'
import type { AppContract } from '../register.ts'
import type { ApiOptions } from './api-options.ts'

/** What `useApiStream` takes. */
export interface ApiStreamOptions<C extends AppContract = AppContract> extends Omit<ApiOptions<C>, 'total'> {
  /** Names the stream. Another key is another stream: the one before is closed, and its events are let go. */
  readonly streamKey: QueryKey
  /** Opens the stream: sends the request, with `signal` and `headers`, and answers with the response. */
  readonly connect: Connect
  /** Called once for each event, in order, also for those that the server sends again after it began anew. */
  readonly onEvent?: ((event: ServerSentEvent) => void) | undefined
  /** `false` closes it, or keeps it from being opened. @default true */
  readonly enabled?: boolean | undefined
  /** From the start of one attempt to the headers of its response, in milliseconds. @default 30000 */
  readonly timeout?: number | undefined
  /** The longest silence between two bytes, in milliseconds. @default what the contract says, else 30000 */
  readonly silence?: number | undefined
}

/** A stream, and what a component may do with it. */
export interface ApiStream<C extends AppContract = AppContract> {
  /** `closed`: it is over, by its end, by `close()`, or to make room for another one. */
  readonly status: StreamStatus
  /** What came so far. Kept after an error; replaced when the stream begins anew. */
  readonly events: readonly ServerSentEvent[]
  /** Why it stopped, while its status is `error`. */
  readonly problem: Problem<CodeOf<C>> | null
  /** The same, by the name that `of={stream}` looks for. */
  readonly error: Problem<CodeOf<C>> | null
  /** Connects again: after the last event where the server numbers them, else from the start. */
  reconnect(): void
  /** Ends it; what came stays. */
  close(): void
}

/**
 * A stream of server-sent events whose every failure becomes a `Problem` and is handled as its remedy says. What came
 * stays on screen when it breaks off. It goes on by itself where the server numbers its events; where it does not, only
 * before anything came, because a stream that begins anew may do its work twice.
 *
 * @example
 * ```tsx
 * import { createRemedyClient, ProblemInline, useApiStream } from 'react-remedy'
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * const api = createRemedyClient({ contracts: [divination] }).fetch(divination)
 *
 * export function Answer({ runId }: { runId: string }) {
 *   const stream = useApiStream({
 *     contract: divination,
 *     streamKey: ['run', runId],
 *     connect: ({ signal, headers }) => api(`/api/agent/events?runId=${runId}`, { signal, headers }),
 *   })
 *   return (
 *     <>
 *       <p>{stream.events.map(({ data }) => data).join('')}</p>
 *       <ProblemInline of={stream} />
 *     </>
 *   )
 * }
 * ```
 */
export function useApiStream<C extends AppContract = AppContract>(options: ApiStreamOptions<C>): ApiStream<C> {
  const { enabled = true } = options
  const runner = useRunner(options)
  const { status, events, problem } = useStore(runner.store)
  // Left on a page whose user has gone, it waits for the next one.
  const isOver = useStore(useRemedyContext().client.store, ({ session }) => session.status === 'ended')
  useEffect(() => {
    if (enabled && !isOver) runner.start()
    else runner.disable()
    return () => runner.release()
  }, [runner, enabled, isOver])
  return useMemo(
    () => ({
      status,
      events,
      problem: problem as Problem<CodeOf<C>> | null,
      error: problem as Problem<CodeOf<C>> | null,
      reconnect: () => runner.reconnect(),
      close: () => runner.close(),
    }),
    [status, events, problem, runner],
  )
}

// One runner for each key and user, made in render, so that no frame shows the events of another stream, or of another user.
function useRunner(options: ApiStreamOptions & Pick<StreamCall, 'scopes'>): StreamRunner {
  const { client, scopes, epoch } = useRemedyContext()
  const { runtime } = client.parts
  const call: StreamCall = { ...options, scopes }
  const key = hashKey(options.streamKey)
  const make = () => ({ key, runtime, epoch, runner: new StreamRunner(runtime, key, call) })
  const [held, hold] = useState(make)
  const isOther = held.key !== key || held.runtime !== runtime || held.epoch !== epoch
  const { runner } = isOther ? make() : held
  if (isOther) hold({ key, runtime, epoch, runner })
  useCommitEffect(() => runner.use(call))
  return runner
}

const useCommitEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

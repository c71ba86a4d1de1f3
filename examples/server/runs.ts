import { randomUUID } from 'node:crypto'
import { composeReading, type ReadingLanguage } from './readings/compose.ts'
import type { DemoState, Run, Session } from './state.ts'

export type RuntimeMode = 'divination' | 'follow_up'

/** Starts a run: its events exist at once and may be read one after the other, `pace` apart. */
export function createRun(
  state: DemoState,
  session: Session,
  mode: RuntimeMode,
  question: string,
  language: ReadingLanguage,
  startedAt = Date.now(),
): Run {
  const id = randomUUID()
  const reading = composeReading(session.casting, mode, language)
  const run: Run = {
    id,
    sessionId: session.id,
    startedAt,
    events: [
      { event: 'run.started', data: { runId: id, mode, question, title: reading.title } },
      ...reading.pieces.map((delta) => ({ event: 'text.delta', data: { delta } })),
      { event: 'run.finished', data: { runId: id } },
    ],
  }
  state.runs.set(id, run)
  return run
}

/** How many events of a run may be read by now. */
export function readyEvents(state: DemoState, run: Run, now = Date.now()): number {
  const { pace } = state.options
  if (pace <= 0) return run.events.length
  return Math.min(run.events.length, Math.floor((now - run.startedAt) / pace) + 1)
}

/** The text of a run once it is finished, `undefined` while it is still being written. */
export function finishedText(state: DemoState, run: Run): string | undefined {
  return readyEvents(state, run) < run.events.length ? undefined : textOf(run)
}

/** The title that a run gave its reading. */
export function titleOf(run: Run): string {
  const [started] = run.events
  return (started?.data as { readonly title?: string } | undefined)?.title ?? ''
}

function textOf(run: Run): string {
  return run.events.map((event) => (event.data as { readonly delta?: string }).delta ?? '').join('')
}

import type { Call } from './call.ts'
import { readyEvents } from './runs.ts'
import type { Run } from './state.ts'

/** Sends the events of a run from after `last` on, each when it is due, and ends with the run. */
export function streamRun(call: Call, userId: string, run: Run, last: number): void {
  const { response, state } = call
  const { pace } = state.options
  count(call, userId, 1)
  let sent = last
  let timer: NodeJS.Timeout | undefined
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.on('close', () => {
    clearTimeout(timer)
    count(call, userId, -1)
  })
  next()

  function next(): void {
    const ready = readyEvents(state, run)
    for (; sent < ready; sent += 1) response.write(frame(run, sent))
    if (sent >= run.events.length) response.end()
    else timer = setTimeout(next, pace)
  }
}

/** One event as it goes over the wire; its id is its number, counted from 1. */
export function frame(run: Run, index: number): string {
  const entry = run.events[index]
  return `id: ${index + 1}\nevent: ${entry?.event}\ndata: ${JSON.stringify(entry?.data)}\n\n`
}

function count(call: Call, userId: string, change: 1 | -1): void {
  const { streams } = call.state
  streams.set(userId, (streams.get(userId) ?? 0) + change)
}

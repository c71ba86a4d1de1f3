import { QueryClient } from '@tanstack/react-query'
import { onTestFinished, vi } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import { Problem, type ProblemInit } from '../../src/core.ts'
import { createRemedyClient, type RemedyClientOptions } from '../../src/index.ts'

/** A client that listens to a query client, under a clock that the test moves. */
export function createApp({
  queryClient = new QueryClient(),
  ...options
}: Partial<RemedyClientOptions> & { readonly queryClient?: QueryClient } = {}) {
  vi.useFakeTimers()
  onTestFinished(() => {
    queryClient.clear()
    vi.useRealTimers()
  })
  const client = createRemedyClient({ contracts: [divination], ...options })
  const pipeline = attach(queryClient, client.parts.runtime)
  return {
    client,
    queryClient,
    pipeline,
    incidents: () => client.store.getState().incidents,
    /** Codes of the open incidents, with how many failures each stands for. */
    shown: () =>
      client.store.getState().incidents.map(({ problem, count, shown }) => `${problem.code} ${shown} ${count}`),
  }
}

/** Moves the clock, and lets everything happen that was due. */
export async function pass(milliseconds = 1500): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
}

/** A problem of the divination backend. */
export function problem(code: string, status: number, more: Partial<ProblemInit> = {}): Problem {
  return new Problem({
    kind: 'http',
    code,
    status,
    contract: 'divination',
    request: { method: 'GET', url: 'http://localhost/api/x' },
    ...more,
  })
}

/** The same, thrown. */
export function fail(code: string, status: number, more: Partial<ProblemInit> = {}): Promise<never> {
  return Promise.reject(problem(code, status, more))
}

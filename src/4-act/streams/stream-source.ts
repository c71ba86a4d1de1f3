import type { StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../problem/problem.ts'
import type { Source } from '../../problem/source.ts'
import type { Runtime } from '../runtime.ts'
import type { StreamState } from './stream-state.ts'

/** A stream as presenting knows it: its retry is a new connection. */
export function streamSource(
  runtime: Runtime,
  key: string,
  { store, reconnect }: { readonly store: StoreApi<StreamState>; readonly reconnect: () => void },
): Source {
  return {
    kind: 'call',
    key: `stream ${key}`,
    started: 0,
    refreshed: false,
    variables: undefined,
    retry() {
      reconnect()
      return connected(store)
    },
    canRetry: () => true,
    willThrow: () => false,
    failedWith: (problem) => isSame(runtime, store.getState().problem, problem),
    hasData: () => store.getState().events.length > 0,
    observed: () => true,
  }
}

// Whatever came of it: the button is busy until then.
function connected(store: StoreApi<StreamState>): Promise<void> {
  return new Promise((resolve) => {
    if (store.getState().status !== 'connecting') return resolve()
    const leave = store.subscribe(({ status }) => {
      if (status === 'connecting') return
      leave()
      resolve()
    })
  })
}

function isSame(runtime: Runtime, mine: Problem | null, other: Problem): boolean {
  return mine !== null && runtime.identityOf(mine) === runtime.identityOf(other)
}

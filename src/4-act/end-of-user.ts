import type { Query, QueryClient } from '@tanstack/react-query'
import type { Runtime } from './runtime.ts'

/**
 * S3: when a user's session ends, or another user takes over, nothing of the one before stays that the library can
 * reach. The store mirrors the session all the while.
 */
export function endOfUser(runtime: Runtime): void {
  const { session, store } = runtime
  if (session === undefined) return
  let epoch = session.getState().epoch
  const mirror = () => {
    const state = session.getState()
    store.setState({ session: state })
    if (state.epoch === epoch) return
    epoch = state.epoch
    leaveNothing(runtime)
  }
  store.setState({ session: session.getState() })
  session.subscribe(mirror)
}

function leaveNothing(runtime: Runtime): void {
  const over = new DOMException('The session of this user is over.', 'AbortError')
  for (const controller of runtime.inFlight) controller.abort(over)
  for (const queryClient of runtime.queryClients) forgetAll(queryClient)
  runtime.presenter.clear()
}

// `clear()` alone leaves mounted observers showing the data of the user before.
function forgetAll(queryClient: QueryClient): void {
  void queryClient.cancelQueries()
  queryClient.getMutationCache().clear()
  for (const query of queryClient.getQueryCache().getAll()) {
    if (query.isActive()) empty(query)
    else queryClient.getQueryCache().remove(query)
  }
}

function empty(query: Query): void {
  query.setState({
    ...query.state,
    data: undefined,
    dataUpdatedAt: 0,
    error: null,
    errorUpdatedAt: 0,
    fetchFailureCount: 0,
    fetchFailureReason: null,
    fetchStatus: 'idle',
    isInvalidated: false,
    status: 'pending',
  })
}

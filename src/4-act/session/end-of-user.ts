import { CancelledError, type Mutation, type Query, type QueryClient } from '@tanstack/react-query'
import { pipelineOf } from '../pipeline.ts'
import type { SessionClient } from './keeping.ts'
import { createNotices } from './notices.ts'
import type { AnySession } from './types.ts'

/**
 * S3: when a user's session ends, or another user takes over, nothing of the one before stays that the library can
 * reach. The store mirrors the session all the while.
 */
export function endOfUser(session: AnySession, client: SessionClient): void {
  let epoch = session.getState().epoch
  let isEmptied = false
  const tell = createNotices(session, client)
  const mirror = () => {
    const state = session.getState()
    client.store.setState({ session: state })
    if (state.epoch !== epoch) {
      epoch = state.epoch
      isEmptied = true
      leaveNothing(client)
    }
    tell(state)
    if (!isEmptied || state.status !== 'active') return
    isEmptied = false
    for (const queryClient of client.queryClients) readAgain(queryClient)
  }
  session.subscribe(mirror)
  // Somebody may have been signed in before there was a client.
  tell(session.getState())
}

function leaveNothing({ inFlight, queryClients, intents, presenter }: SessionClient): void {
  const over = new DOMException('The session of this user is over.', 'AbortError')
  for (const controller of inFlight) controller.abort(over)
  for (const queryClient of queryClients) forgetAll(queryClient)
  intents.clear()
  presenter.clear()
}

// `clear()` alone leaves mounted observers showing the data of the user before.
function forgetAll(queryClient: QueryClient): void {
  const mutations = queryClient.getMutationCache()
  const queries = queryClient.getQueryCache()
  const pipeline = pipelineOf(mutations)
  for (const mutation of mutations.getAll()) {
    pipeline?.recordOf(mutation).hook?.reset()
    silence(mutation)
  }
  mutations.clear()
  void queryClient.cancelQueries()
  for (const query of queries.getAll()) empty(query)
  for (const query of queries.getAll()) {
    if (query.getObserversCount() === 0) queries.remove(query)
    else if (query.observers.some(({ options }) => typeof options.placeholderData === 'function')) letGo(query)
  }
}

// What is under way cannot be stopped, but nothing follows from it: not another attempt as another user, and no callback,
// which might put back what it had set aside.
function silence(mutation: Mutation): void {
  if (mutation.state.status !== 'pending') return
  const { onSuccess: _success, onError: _error, onSettled: _settled, ...options } = mutation.options
  const mutationFn = () => Promise.reject(new CancelledError({ silent: true }))
  mutation.setOptions({ ...options, mutationFn })
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

// An observer that bridges a change of key remembers the query that had data last; other data replaces that. Nobody sees
// it: hooks are told after this task.
function letGo(query: Query): void {
  query.setState({ ...query.state, data: null, status: 'success' })
  empty(query)
}

// Whoever comes next finds the page that was left mounted, and nothing on it would ever load by itself.
function readAgain(queryClient: QueryClient): void {
  const isIdle = ({ state }: Query) => state.data === undefined && state.fetchStatus === 'idle'
  void queryClient.refetchQueries({ type: 'active', predicate: isIdle })
}

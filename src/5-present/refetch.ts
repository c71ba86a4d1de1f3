import type { Query } from '@tanstack/react-query'
import { callOf, metaOf } from '../4-act/call.ts'
import type { Runtime } from '../4-act/runtime.ts'
import type { Problem } from '../problem/problem.ts'

/** A code may refetch at most once in this time: a refetch that fails with it must not feed itself. */
const pause = 60_000

/** Reads the active queries of the problem's contract again, except those that failed. */
export async function refetchOthers(runtime: Runtime, problem: Problem): Promise<void> {
  const key = `${problem.contract}/${problem.code}`
  const last = runtime.refetched.get(key)
  if (last !== undefined && runtime.now() - last < pause) return
  runtime.refetched.set(key, runtime.now())
  await Promise.all(
    [...runtime.queryClients].map((queryClient) =>
      queryClient.refetchQueries({
        type: 'active',
        predicate: (query) => query.state.status !== 'error' && belongsTo(query, problem.contract),
      }),
    ),
  )
}

// A plain hook that names no contract may be anybody's.
function belongsTo(query: Query, contract: string): boolean {
  const stated = callOf(query)?.contract ?? metaOf(query)?.contract
  return stated === undefined || stated.name === contract
}

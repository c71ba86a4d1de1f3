// An app that is itself a library: everything exported, declarations emitted.
import {
  apiInfiniteQueryOptions,
  apiMutationOptions,
  apiQueryOptions,
  createRemedyClient,
  createSession,
  useApiInfiniteQuery,
  useApiMutation,
  useApiQuery,
  useApiStream,
  useApiSuspenseQuery,
  useCooldown,
  useIncidents,
  useOnline,
  useProblem,
  useProblemField,
  useRemedy,
  useSession,
} from 'react-remedy'
import {
  createReport,
  defineContract,
  hasCode,
  isProblem,
  problemDetails,
  readProblem,
  toProblem,
} from 'react-remedy/core'
import { divination } from 'react-remedy/contracts/divination'

export const shop = defineContract({
  name: 'shop',
  dialects: [problemDetails],
  identity: 'code',
  catalogue: { SOLD_OUT: { show: 'inline', offer: ['callUs'] } },
})

export const contracts = [divination, shop] as const

declare module 'react-remedy' {
  interface Register {
    contracts: typeof contracts
  }
}

export const client = createRemedyClient({ contracts })
export const api = client.fetch(divination)
export const session = createSession({ load: async () => ({ id: 'a', user: { name: 'A' } }) })

export const readingOptions = (id: string) =>
  apiQueryOptions({ queryKey: ['reading', id], queryFn: () => ({ id, lines: [1, 2] }) })
export const pagesOptions = () =>
  apiInfiniteQueryOptions({
    queryKey: ['pages'],
    queryFn: ({ pageParam }: { pageParam: number }) => ({ next: pageParam + 1 }),
    initialPageParam: 0,
    getNextPageParam: (page: { next: number }) => page.next,
  })
export const castOptions = () => apiMutationOptions({ mutationFn: async (question: string) => question.length })

export function useReading(id: string) {
  return useApiQuery(readingOptions(id))
}
export function useReadingSurely(id: string) {
  return useApiSuspenseQuery({ queryKey: ['reading', id], queryFn: () => id })
}
export function usePages() {
  return useApiInfiniteQuery(pagesOptions())
}
export function useCast() {
  return useApiMutation({ mutationFn: async (points: number) => String(points) })
}
export function useOrder() {
  return useApiMutation({ mutationFn: async () => true, contract: shop })
}
export function useRemedyParts() {
  return {
    remedy: useRemedy(),
    session: useSession(),
    incidents: useIncidents(),
    cooldown: useCooldown('otp'),
    online: useOnline(),
    problem: useProblem(),
    field: useProblemField(useCast(), 'email'),
  }
}

export const tools = { createReport, hasCode, isProblem, readProblem, toProblem, stream: useApiStream }

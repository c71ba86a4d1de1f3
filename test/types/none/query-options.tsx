import { QueryClient, useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query'
import { apiQueryOptions, useApiQuery, useApiSuspenseQuery, type Problem } from 'react-remedy'
import { divination, type DivinationCode } from 'react-remedy/contracts/divination'

const reading = apiQueryOptions({
  contract: divination,
  queryKey: ['reading'],
  queryFn: async () => ({ lines: 6 }),
})

// Options made once go wherever TanStack's own go: they have data where the hook says so, and their key knows whose.
export function useReading(queryClient: QueryClient): number {
  const suspended = useApiSuspenseQuery(reading).data.lines
  const plain = useSuspenseQuery(reading).data.lines
  const several = useSuspenseQueries({ queries: [reading] })[0].data.lines
  const kept = queryClient.getQueryData(reading.queryKey)?.lines ?? 0
  return suspended + plain + several + kept
}

export function useReadingProblem(): Problem<DivinationCode> | null {
  return useSuspenseQuery(reading).error
}

export function useReadingAsItIs(): number | undefined {
  // @ts-expect-error TS2339: what is read is known
  useApiQuery(reading).data?.rows
  return useApiQuery(reading).data?.lines
}

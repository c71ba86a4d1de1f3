import { QueryClient } from '@tanstack/react-query'
import { onTestFinished } from 'vitest'
import { attach } from '../../src/4-act/pipeline.ts'
import type { RemedyClient } from '../../src/index.ts'

/** A query client that this client listens to, mounted for as long as the test. */
export function withQueries(client: RemedyClient): QueryClient {
  const queryClient = new QueryClient()
  queryClient.mount()
  attach(queryClient, client.parts.runtime)
  onTestFinished(() => {
    queryClient.clear()
    queryClient.unmount()
  })
  return queryClient
}

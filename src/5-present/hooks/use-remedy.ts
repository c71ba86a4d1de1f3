'use client'
import { useRemedyContext } from '../context.ts'
import type { RemedyClient } from '../client.ts'

/** The client of the provider: `present`, `claim`, `fetch`, `settle` and the store. */
export function useRemedy(): RemedyClient {
  return useRemedyContext().client
}

'use client'
import { useRemedyContext } from '../context.ts'
import type { RemedyClient } from '../client.ts'

/**
 * The client of the provider: `present`, `claim`, `fetch`, `settle` and the store.
 *
 * @example
 * ```tsx
 * import { useRemedy } from 'react-remedy'
 *
 * export function Copy({ text }: { text: string }) {
 *   const remedy = useRemedy()
 *   const copy = () => navigator.clipboard.writeText(text).catch((thrown: unknown) => remedy.present(thrown))
 *   return <button onClick={() => void copy()}>Copy</button>
 * }
 * ```
 */
export function useRemedy(): RemedyClient {
  return useRemedyContext().client
}

'use client'
import { useRemedyContext } from '../context.ts'
import type { Words } from '../words/types.ts'

/**
 * The words of the current language, for parts of your own.
 *
 * @example
 * ```tsx
 * import { useWords, type Incident } from 'react-remedy'
 *
 * export function Card({ incident: { problem, remedy } }: { incident: Incident }) {
 *   const { title, message } = useWords().problem(problem, remedy)
 *   return <p><b>{title}</b> {message}</p>
 * }
 * ```
 */
export function useWords(): Words {
  return useRemedyContext().words
}

'use client'
import { useRemedyContext } from '../context.ts'
import type { Words } from '../words/types.ts'

/**
 * The words of the current language, for parts of your own: as texts, and as `phrases`, the props of elements that say so where a
 * text is in another language.
 *
 * @example
 * ```tsx
 * import { useWords, type Incident } from 'react-remedy'
 *
 * export function Card({ incident: { problem, remedy } }: { incident: Incident }) {
 *   const { title, message } = useWords().phrases.problem(problem, remedy)
 *   return <p><b {...title} /> <span {...message} /></p>
 * }
 * ```
 */
export function useWords(): Words {
  return useRemedyContext().words
}

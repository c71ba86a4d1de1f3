'use client'
import { useStore } from 'zustand'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'

/**
 * All open incidents, oldest first: for a status page of your own, or for a toast library that the app has already.
 *
 * @example
 * ```tsx
 * import { useIncidents, useWords } from 'react-remedy'
 *
 * export function Trouble() {
 *   const words = useWords()
 *   const titles = useIncidents().map(({ id, problem, remedy }) => <li key={id}>{words.problem(problem, remedy).title}</li>)
 *   return <ul>{titles}</ul>
 * }
 * ```
 */
export function useIncidents(): readonly Incident[] {
  return useStore(useRemedyContext().client.store, ({ incidents }) => incidents)
}

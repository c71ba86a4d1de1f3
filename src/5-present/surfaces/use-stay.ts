'use client'
import { useEffect } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { createStay } from '../stay.ts'
import type { Words } from '../words/types.ts'

// Milliseconds. WCAG 2.2.1 asks for time enough to read: at least this long, and about 20 characters a second, slow on
// purpose; it also holds for Chinese, where counting words is no measure.
const shortest = 5_000
const perCharacter = 50

/** How long toasts stay, and whether their time stands still. */
export interface StayOptions {
  /** The least time an information stays, in milliseconds. */
  readonly atLeast?: number | undefined
  readonly paused: boolean
}

/** Dismisses a toast when its time is over; a pause takes nothing of it, and an update starts it anew. */
export function useStay(incident: Incident, { atLeast, paused }: StayOptions): void {
  const { client, words } = useRemedyContext()
  const { id, problem, updatedAt } = incident
  const stays = paused ? Infinity : stayOf(incident, words, atLeast)
  useEffect(() => {
    const known = client.parts.stays.get(problem)
    const stay = known?.updatedAt === updatedAt ? known : createStay(updatedAt, () => client.dismiss(id))
    client.parts.stays.set(problem, stay)
    return stay.show(stays)
  }, [client, id, problem, updatedAt, stays])
}

/** How long a toast stays, in milliseconds: for ever when it tells of a failure, waits, or offers something to do. */
export function stayOf({ problem, remedy, shown, offer }: Incident, words: Words, atLeast = shortest): number {
  if (remedy.severity !== 'info' || shown === 'pending' || offer.some((action) => action !== 'dismiss')) return Infinity
  const { title, message } = words.problem(problem, remedy)
  return Math.max(atLeast, shortest) + (title.length + message.length) * perCharacter
}

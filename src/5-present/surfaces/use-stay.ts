'use client'
import { useEffect, useRef } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import type { Words } from '../words/types.ts'

// Milliseconds. WCAG 2.2.1 asks for time enough to read: at least this long, and about 20 characters a second, slow on
// purpose; it also holds for Chinese, where counting words is no measure.
const shortest = 5_000
const perCharacter = 50
// Longer delays overflow and would fire at once.
const longest = 2 ** 31 - 1

/** How long toasts stay, and whether their time stands still. */
export interface StayOptions {
  /** The least time an information stays, in milliseconds. */
  readonly atLeast?: number | undefined
  readonly paused: boolean
}

/** Dismisses a toast when its time is over; a pause takes nothing of it, and an update starts it anew. */
export function useStay(incident: Incident, { atLeast, paused }: StayOptions): void {
  const { client, words } = useRemedyContext()
  const { id, updatedAt } = incident
  const stays = stayOf(incident, words, atLeast)
  const left = useRef(stays)
  useEffect(() => {
    left.current = stays
  }, [stays, updatedAt])
  useEffect(() => {
    if (paused || stays > longest) return
    const since = Date.now()
    const timer = setTimeout(() => client.dismiss(id), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= Date.now() - since
    }
  }, [client, id, paused, stays, updatedAt])
}

/** How long a toast stays, in milliseconds: for ever when it tells of a failure, waits, or offers something to do. */
export function stayOf({ problem, remedy, shown, offer }: Incident, words: Words, atLeast = shortest): number {
  if (remedy.severity !== 'info' || shown === 'pending' || offer.some((action) => action !== 'dismiss')) return Infinity
  const { title, message } = words.problem(problem, remedy)
  return Math.max(atLeast, shortest) + (title.length + message.length) * perCharacter
}

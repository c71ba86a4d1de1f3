'use client'
import type { ReactNode } from 'react'
import { useRemedyContext } from '../context.ts'

/** How many failures an incident stands for; nothing for one. */
export function CountBadge({ count }: { readonly count: number }): ReactNode {
  const { words } = useRemedyContext()
  if (count < 2) return null
  return (
    <span data-remedy-count="">
      <span aria-hidden="true" dir="ltr">{`×${count.toLocaleString(words.language)}`}</span>
      <span data-remedy-hidden="">{words.part('count', { count })}</span>
    </span>
  )
}

'use client'
import { useRef, type RefObject } from 'react'
import { useCommitEffect } from '../hooks/use-claim.ts'
import { focusBack } from './focus.ts'

const places = 'dialog,[role="dialog"],[role="alertdialog"],main,[role="main"]'

/** For a part that may go with the focus in it, as a notice does whose retry has helped: the place it stood in takes it. */
export function usePlace(): RefObject<HTMLElement | null> {
  const root = useRef<HTMLElement>(null)
  useCommitEffect(() => {
    const node = root.current
    return () => {
      if (node?.contains(document.activeElement)) focusBack(null, node.parentElement?.closest(places))
    }
  }, [])
  return root
}

'use client'
import { useEffect } from 'react'
import { useRemedyContext } from '../context.ts'

/** Says in the title of the document that there is a problem, and takes it back. `{{title}}` is the title it had. */
export function useProblemTitle(active: boolean): void {
  const { words } = useRemedyContext()
  useEffect(() => {
    if (!active) return
    const before = document.title
    const [start = '', end = ''] = words.part('documentTitle', { title: '|' }).split('|')
    // Another part has said so.
    if (before.startsWith(start) && before.endsWith(end)) return
    const ours = words.part('documentTitle', { title: before })
    document.title = ours
    return () => {
      // A router may have set another title meanwhile.
      if (document.title === ours) document.title = before
    }
  }, [active, words])
}

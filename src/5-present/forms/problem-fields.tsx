'use client'
import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react'
import { useClaim } from '../hooks/use-claim.ts'
import type { Of } from '../hooks/use-incident-of.ts'
import { ProblemSummary } from './problem-summary.tsx'
import { FormContext, useFieldBook, type OpenBook } from './use-field-book.ts'

/** A form whose fields may be marked. */
export interface ProblemFieldsProps {
  /** The mutation that the form sends, or its problem. */
  readonly of: Of
  readonly children?: ReactNode
}

/**
 * Brings the problems of a form to its fields: around the form, or inside it. What matches no field goes to the summary,
 * to the `ProblemSummary` inside or to one of its own; nothing is dropped. After a failed submit the focus goes once
 * to the summary, else to the first marked field; another submit is held back while a marked field is unchanged.
 *
 * @example
 * ```tsx
 * import { ProblemField, ProblemFields, useApiMutation, useProblemField } from 'react-remedy'
 *
 * export function SignIn() {
 *   const verify = useApiMutation({ mutationFn: async (otp: string) => otp })
 *   const otp = useProblemField(verify, 'otp')
 *   return (
 *     <ProblemFields of={verify}>
 *       <form action={(data) => verify.mutate(String(data.get('otp')))}>
 *         <label>Code <input name="otp" {...otp.inputProps} /></label>
 *         <ProblemField name="otp" />
 *       </form>
 *     </ProblemFields>
 *   )
 * }
 * ```
 */
export function ProblemFields({ of, children }: ProblemFieldsProps): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  const open = useFieldBook(of)
  useClaim(open?.thrown, 'fields')
  useFocusOnce(root, open)
  useHeldSubmit(root, open)
  const value = useMemo(() => ({ of }), [of])
  const lost = open !== null && !open.book.hasSummary() && open.book.unmatched().length > 0
  return (
    <FormContext.Provider value={value}>
      <div ref={root} data-remedy-fields="">
        {lost ? <ProblemSummary of={of} only="unmatched" /> : null}
        {children}
      </div>
    </FormContext.Provider>
  )
}

// Once for each failure: a second look at the same marks must not steal the focus from a field that is being mended.
function useFocusOnce(root: RefObject<HTMLDivElement | null>, open: OpenBook | null): void {
  const book = open?.book
  useEffect(() => {
    if (book === undefined || book.hasSummary()) return
    const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector)
    // Where no field is marked, all there is to read is the list of what has no field.
    const target = find('[aria-invalid="true"]') ?? find('[data-remedy-surface="summary"]')
    target?.focus()
  }, [root, book])
}

function useHeldSubmit(root: RefObject<HTMLDivElement | null>, open: OpenBook | null): void {
  const book = open?.book
  useEffect(() => {
    const target = root.current?.closest('form') ?? root.current
    if (book === undefined || target === null || target === undefined) return
    const hold = (event: Event) => {
      if (!book.isHeld()) return
      event.preventDefault()
      event.stopPropagation()
      target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
    target.addEventListener('submit', hold, true)
    return () => target.removeEventListener('submit', hold, true)
  }, [root, book])
}

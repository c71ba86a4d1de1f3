'use client'
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useClaim, useCommitEffect } from '../hooks/use-claim.ts'
import type { Of } from '../hooks/use-incident-of.ts'
import { firstMarked } from './controls.ts'
import type { FieldBook } from './field-book.ts'
import type { Aliases } from './match-marks.ts'
import { ProblemSummary } from './problem-summary.tsx'
import { FormContext, useFieldBook } from './use-field-book.ts'

/** A form whose fields may be marked. */
export interface ProblemFieldsProps {
  /** The mutation that the form sends, or its problem. */
  readonly of: Of
  /**
   * How the form calls what the server calls otherwise, in any spelling: `{ emailAddress: 'email', 'lines.*.sku': 'items.*.code' }`.
   * What lies below goes along, and `''` takes a step away: `{ payload: '' }`. Another case needs no alias.
   *
   * @default {}
   */
  readonly aliases?: Aliases | undefined
  readonly children?: ReactNode
}

/**
 * Brings the problems of a form to its fields: around the form, or inside it. What matches no field goes to the summary,
 * to the `ProblemSummary` inside or to one of its own; nothing is dropped. After a failed submit the focus goes once
 * to the summary, else to the first marked field; another submit is held back while a marked field is unchanged.
 * Values are never touched; send from `onSubmit`, because React 19 empties a form after its `action`.
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
 *       <form
 *         onSubmit={(event) => {
 *           event.preventDefault()
 *           verify.mutate(String(new FormData(event.currentTarget).get('otp')))
 *         }}
 *       >
 *         <label>Code <input name="otp" {...otp.inputProps} /></label>
 *         <ProblemField name="otp" />
 *       </form>
 *     </ProblemFields>
 *   )
 * }
 * ```
 */
export function ProblemFields({ of, aliases, children }: ProblemFieldsProps): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  const open = useFieldBook(of)
  const book = open?.book
  useClaim(open?.thrown, 'fields')
  const settled = useSettled(book, aliases)
  useFocusOnce(root, settled)
  useHeldSubmit(root, book)
  const value = useMemo(() => ({ of, root }), [of])
  const lost = settled !== undefined && !settled.hasSummary() && settled.unmatched().length > 0
  return (
    <FormContext.Provider value={value}>
      <div ref={root} data-remedy-fields="">
        {lost ? <ProblemSummary of={of} only="unmatched" /> : null}
        {children}
      </div>
    </FormContext.Provider>
  )
}

// The book, from when every control has said that it is there: before that nothing would match.
function useSettled(book: FieldBook | undefined, aliases: Aliases = {}): FieldBook | undefined {
  const [settled, settle] = useState<FieldBook>()
  const names = JSON.stringify(aliases)
  useCommitEffect(() => {
    if (names !== '{}') book?.rename(JSON.parse(names) as Aliases)
    settle(book)
  }, [book, names])
  return settled === book ? book : undefined
}

// Once for each failure: a second look at the same marks must not steal the focus from a field that is being mended.
function useFocusOnce(root: RefObject<HTMLElement | null>, book: FieldBook | undefined): void {
  useEffect(() => {
    if (book === undefined || book.hasSummary() || !book.takeFocus()) return
    // Where no field is marked, all there is to read is the list of what has no field.
    const target =
      firstMarked(book, root.current) ?? root.current?.querySelector<HTMLElement>('[data-remedy-surface="summary"]')
    if (target) target.focus()
    else book.reach()
  }, [root, book])
}

function useHeldSubmit(root: RefObject<HTMLElement | null>, book: FieldBook | undefined): void {
  useEffect(() => {
    const target = root.current?.closest('form') ?? root.current
    if (book === undefined || target === null) return
    const hold = (event: Event) => {
      // Nobody is held back by what they cannot mend.
      const marked = book.held().size > 0 ? firstMarked(book, target) : undefined
      if (marked === undefined) return
      event.preventDefault()
      event.stopPropagation()
      marked.focus()
    }
    target.addEventListener('submit', hold, true)
    return () => target.removeEventListener('submit', hold, true)
  }, [root, book])
}

'use client'
import type { ReactNode } from 'react'
import { useClaim } from '../hooks/use-claim.ts'
import type { Of } from '../hooks/use-incident-of.ts'
import { useWords } from '../hooks/use-words.ts'
import { ProblemActions } from '../surfaces/actions.tsx'
import { FieldMessage } from '../surfaces/field-message.tsx'
import { keyOf } from './match-marks.ts'
import { phrasesAt, useFieldBook } from './use-field-book.ts'

/** The message of one field. */
export interface ProblemFieldProps {
  /** @default the `of` of the `ProblemFields` around */
  readonly of?: Of
  /** The path of the field, in any spelling. */
  readonly name: string
}

/**
 * What is wrong with one field, beside it; nothing while it is in order. `useProblemField` ties it to its control.
 *
 * @example
 * ```tsx
 * import { ProblemField, useProblemField } from 'react-remedy'
 *
 * export function Phone({ of }: { of: object }) {
 *   const { inputProps } = useProblemField(of, 'phone')
 *   return (
 *     <div>
 *       <label htmlFor={inputProps.id}>Phone</label>
 *       <input name="phone" {...inputProps} />
 *       <ProblemField of={of} name="phone" />
 *     </div>
 *   )
 * }
 * ```
 */
export function ProblemField({ of, name }: ProblemFieldProps): ReactNode {
  const open = useFieldBook(of)
  const words = useWords()
  const book = open?.book
  // Its own mark alone is no reason to take the whole failure: the others must have a place too.
  const covers = book !== undefined && (book.hasSummary() || book.unmatched().length === 0)
  useClaim(covers ? open?.thrown : null, 'fields')
  if (open === null || book === undefined) return null
  const phrases = phrasesAt(name, open, words)
  if (phrases.length === 0) return null
  const isOnlyOne = book.problem.fields.length === 0
  return (
    <>
      <FieldMessage id={book.idOf(keyOf(name))}>
        {phrases.flatMap((phrase, index) => [index > 0 && '\n', <span key={phrase.children} {...phrase} />])}
      </FieldMessage>
      {isOnlyOne ? <ProblemActions incident={open.incident} without={['dismiss']} /> : null}
    </>
  )
}

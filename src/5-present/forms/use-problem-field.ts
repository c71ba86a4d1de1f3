'use client'
import { useId, useMemo, useState } from 'react'
import type { FieldProblem } from '../../problem/parts.ts'
import { useCommitEffect } from '../hooks/use-claim.ts'
import type { Of } from '../hooks/use-incident-of.ts'
import { keyOf } from './match-marks.ts'
import { useFieldBook } from './use-field-book.ts'

/** One field of a form. */
export interface ProblemFieldHandle {
  /** What is wrong with it; `null` once it was edited. */
  readonly problem: FieldProblem | null
  /** For the control. Its value is never touched. */
  readonly inputProps: {
    readonly id: string
    readonly 'aria-invalid': true | undefined
    readonly 'aria-describedby': string | undefined
    readonly onInput: () => void
  }
  /** Takes the mark away, for a control that has no `input` event. */
  readonly clear: () => void
}

/**
 * The mark of one field: by its path, in any spelling (`profile.name`, `items[0].qty`, `#/profile/name`), and in another
 * case (`first_name` for `firstName`) where no field is called just so and only one could be meant. A row that moves takes
 * its mark along.
 *
 * @example
 * ```tsx
 * import { ProblemField, useApiMutation, useProblemField } from 'react-remedy'
 *
 * export function Name() {
 *   const save = useApiMutation({ mutationFn: async (name: string) => name })
 *   const { inputProps } = useProblemField(save, 'name')
 *   return (
 *     <div>
 *       <label>Name <input {...inputProps} /></label>
 *       <ProblemField of={save} name="name" />
 *     </div>
 *   )
 * }
 * ```
 */
export function useProblemField(of: Of, name: string): ProblemFieldHandle {
  const open = useFieldBook(of)
  const book = open?.book
  const control = useId()
  const [token] = useState(() => ({}))
  useCommitEffect(() => () => book?.release(token), [book, token])
  useCommitEffect(() => book?.place(token, name), [book, token, name])
  const problem = book?.marksAt(name)[0] ?? null
  const describedBy = problem === null ? undefined : book?.idOf(keyOf(name))
  return useMemo(() => {
    const clear = () => book?.clear(name)
    const inputProps = {
      id: control,
      'aria-invalid': problem === null ? undefined : (true as const),
      'aria-describedby': describedBy,
      onInput: clear,
    }
    return { problem, inputProps, clear }
  }, [book, name, problem, describedBy, control])
}

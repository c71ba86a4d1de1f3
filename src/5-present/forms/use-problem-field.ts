'use client'
import { useEffect, useId, useMemo } from 'react'
import type { FieldProblem } from '../../problem/parts.ts'
import type { Of } from '../hooks/use-incident-of.ts'
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
 * The mark of one field: by its path, in any spelling (`profile.name`, `items[0].qty`, `#/profile/name`).
 *
 * @example
 * ```tsx
 * import { ProblemField, useApiMutation, useProblemField } from 'react-remedy'
 *
 * export function Name() {
 *   const save = useApiMutation({ mutationFn: async (name: string) => name })
 *   const { inputProps } = useProblemField(save, 'name')
 *   return (
 *     <label>
 *       Name <input {...inputProps} />
 *       <ProblemField of={save} name="name" />
 *     </label>
 *   )
 * }
 * ```
 */
export function useProblemField(of: Of, name: string): ProblemFieldHandle {
  const open = useFieldBook(of)
  const book = open?.book
  useEffect(() => book?.register(name), [book, name])
  const problem = book?.markOf(name) ?? null
  const describedBy = problem === null ? undefined : book?.idOf(name)
  const control = useId()
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

'use client'
import { useMemo, type ReactNode } from 'react'
import { ProblemFields as PlainFields, type ProblemFieldsProps as PlainProps } from './problem-fields.tsx'
import { useFormLibrary, type FormLibrary } from './use-form-library.ts'

interface FieldMeta {
  readonly errorMap?: { readonly onServer?: unknown } | undefined
}

/** What is used of what `useForm` of TanStack Form answers with. A name is `never` here: which there are, only the form knows. */
export interface TanStackForm {
  readonly fieldInfo: object
  readonly store: { subscribe(listener: () => void): { unsubscribe(): void } }
  getFieldValue(name: never): unknown
  getFieldMeta(name: never): FieldMeta | undefined
  setFieldMeta(name: never, updater: never): void
}

/** A form of TanStack Form whose fields may be marked. */
export interface ProblemFieldsProps extends PlainProps {
  /** What `useForm` or `useAppForm` answered with. */
  readonly form: TanStackForm
}

/**
 * `ProblemFields` for TanStack Form: what the server says of a field stands in that field's `errorMap.onServer`, and so in
 * `field.state.meta.errors`. It goes when the field is edited. What has no field goes to the summary, and the focus to
 * the summary or to the first marked field.
 *
 * @example
 * ```tsx
 * import { useForm } from '@tanstack/react-form'
 * import { useApiMutation } from 'react-remedy'
 * import { ProblemFields } from 'react-remedy/tanstack-form'
 *
 * export function Subscribe() {
 *   const save = useApiMutation({ mutationFn: async (values: { email: string }) => values })
 *   const form = useForm({ defaultValues: { email: '' }, onSubmit: ({ value }) => save.mutate(value) })
 *   return (
 *     <ProblemFields of={save} form={form} aliases={{ emailAddress: 'email' }}>
 *       <form
 *         onSubmit={(event) => {
 *           event.preventDefault()
 *           void form.handleSubmit()
 *         }}
 *       >
 *         <form.Field name="email">
 *           {({ name, state, handleChange }) => (
 *             <label>
 *               Email
 *               <input
 *                 name={name}
 *                 value={state.value}
 *                 onChange={(event) => handleChange(event.target.value)}
 *                 aria-invalid={!state.meta.isValid}
 *               />
 *               {state.meta.errors.join(' ')}
 *             </label>
 *           )}
 *         </form.Field>
 *       </form>
 *     </ProblemFields>
 *   )
 * }
 * ```
 */
export function ProblemFields({ form, ...rest }: ProblemFieldsProps): ReactNode {
  const library = useMemo(() => tanStackForm(form), [form])
  useFormLibrary(rest.of, library)
  return <PlainFields {...rest} />
}

function tanStackForm(form: TanStackForm): FormLibrary {
  /** The error maps that stand over what was refused. An edit makes a new one; a row that moves takes its own along. */
  const known = new WeakSet<object>()
  const refused = new Map<string, unknown>()
  const mapOf = (name: string) => form.getFieldMeta(name as never)?.errorMap
  const names = () => Object.entries(form.fieldInfo).flatMap(([name, info]) => (isMounted(info) ? [name] : []))
  const stands = (name: string) => typeof mapOf(name)?.onServer === 'string'
  const valueOf = (name: string) => form.getFieldValue(name as never)
  const write = (name: string, onServer: string | undefined) => {
    const update = (meta: FieldMeta): FieldMeta => ({ ...meta, errorMap: { ...meta.errorMap, onServer } })
    form.setFieldMeta(name as never, update as never)
  }

  const isEdited = (name: string) => {
    const map = mapOf(name)
    if (map === undefined || !stands(name)) return false
    if (!known.has(map) && valueOf(name) !== refused.get(name)) return true
    known.add(map)
    refused.set(name, valueOf(name))
    return false
  }

  return {
    names,
    stands,
    put(name, text) {
      refused.set(name, valueOf(name))
      write(name, text)
    },
    take: (name) => write(name, undefined),
    subscribe(onChange) {
      const subscription = form.store.subscribe(() => {
        for (const name of names()) if (isEdited(name)) write(name, undefined)
        onChange()
      })
      return () => subscription.unsubscribe()
    },
  }
}

function isMounted(info: unknown): boolean {
  return typeof info === 'object' && info !== null && 'instance' in info && info.instance !== null
}

'use client'
import { useMemo, type ReactNode } from 'react'
import { ProblemFields as PlainFields, type ProblemFieldsProps as PlainProps } from './problem-fields.tsx'
import { useFormLibrary, type FormLibrary } from './use-form-library.ts'

/** What is used of what `useForm` of react-hook-form answers with. A name is `never` here: which there are, only the form knows. */
export interface HookForm {
  readonly control: { readonly _fields: object; readonly _names: { readonly mount: ReadonlySet<string> } }
  getValues(name: never): unknown
  getFieldState(name: never): { readonly error?: { readonly type?: unknown } | undefined }
  setError(name: never, error: { readonly type: string; readonly message: string }): void
  clearErrors(name: never): void
  setFocus(name: never): void
  subscribe(options: never): () => void
}

/** A form of react-hook-form whose fields may be marked. */
export interface ProblemFieldsProps extends PlainProps {
  /** What `useForm` answered with. */
  readonly form: HookForm
}

/**
 * `ProblemFields` for react-hook-form: what the server says of a field becomes that field's error, of the type `server`,
 * in `formState.errors`. It goes when the field is edited. What has no field goes to the summary, and the focus to the
 * summary or to the first marked field.
 *
 * @example
 * ```tsx
 * import { useForm } from 'react-hook-form'
 * import { useApiMutation } from 'react-remedy'
 * import { ProblemFields } from 'react-remedy/react-hook-form'
 *
 * export function Subscribe() {
 *   const form = useForm<{ email: string }>()
 *   const save = useApiMutation({ mutationFn: async (values: { email: string }) => values })
 *   const { errors } = form.formState
 *   return (
 *     <ProblemFields of={save} form={form} aliases={{ emailAddress: 'email' }}>
 *       <form onSubmit={form.handleSubmit((values) => save.mutate(values))}>
 *         <input {...form.register('email')} aria-label="Email" aria-invalid={!!errors.email} aria-describedby="email-error" />
 *         <p id="email-error">{errors.email?.message}</p>
 *       </form>
 *     </ProblemFields>
 *   )
 * }
 * ```
 */
export function ProblemFields({ form, ...rest }: ProblemFieldsProps): ReactNode {
  const library = useMemo(() => hookForm(form), [form])
  useFormLibrary(rest.of, library)
  return <PlainFields {...rest} />
}

const type = 'server'

function hookForm(form: HookForm): FormLibrary {
  const refused = new Map<string, unknown>()
  const valueOf = (name: string) => form.getValues(name as never)
  const stands = (name: string) => form.getFieldState(name as never).error?.type === type

  return {
    names: () => [...form.control._names.mount].filter((name) => isMounted(form.control._fields, name)),
    put(name, message) {
      refused.set(name, valueOf(name))
      form.setError(name as never, { type, message })
    },
    stands,
    take: (name) => form.clearErrors(name as never),
    focus: (name) => form.setFocus(name as never),
    subscribe(onChange) {
      const callback = ({ name }: { readonly name?: string | undefined }) => {
        // react-hook-form may be told to look again only when the field is left, or at the next submit.
        const isEdited = name !== undefined && stands(name) && valueOf(name) !== refused.get(name)
        if (isEdited) form.clearErrors(name as never)
        onChange()
      }
      const options = { formState: { values: true, errors: true }, callback }
      return form.subscribe(options as never)
    },
  }
}

// The names it knows include those of fields that have left the page.
function isMounted(fields: object, name: string): boolean {
  let at: unknown = fields
  for (const step of [...name.split('.'), '_f', 'mount'])
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined
  return at === true
}

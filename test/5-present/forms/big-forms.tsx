import { useForm as useTanStackForm } from '@tanstack/react-form'
import type { ReactNode } from 'react'
import { useForm as useHookForm } from 'react-hook-form'
import { ProblemField, ProblemFields, ProblemSummary, useApiMutation, useProblemField } from '../../../src/index.ts'
import { ProblemFields as HookFormFields } from '../../../src/react-hook-form.ts'
import { ProblemFields as TanStackFields } from '../../../src/tanstack-form.ts'
import { fail } from '../app.tsx'

/** Ten orders of nine lines, and who sends them: two hundred fields. */
export const names: readonly string[] = [
  ...['firstName', 'lastName', 'emailAddress', 'phone', 'taxId'].map((name) => `profile.${name}`),
  ...['streetLine', 'postCode', 'town', 'region', 'country'].map((name) => `profile.homeAddress.${name}`),
  ...range(10).flatMap((order) => [
    `orders[${order}].customerNote`,
    ...range(9).flatMap((line) => [
      `orders[${order}].orderLines[${line}].unitPrice`,
      `orders[${order}].orderLines[${line}].sku`,
    ]),
  ]),
]

/** What the form calls `sku` the server calls `articleNumber`. */
export const aliases = { 'orders.*.orderLines.*.articleNumber': 'orders.*.orderLines.*.sku' }

const spellings: readonly ((steps: readonly string[]) => string)[] = [
  (steps) => `#/${steps.join('/')}`,
  (steps) => `/${steps.map(snake).join('/')}`,
  (steps) => steps.join('.'),
  (steps) => steps.map(pascal).join('.'),
  ([first = '', ...rest]) => first + rest.map((step) => `[${kebab(step)}]`).join(''),
  ([first = '', ...rest]) => `$.${first}${rest.map((step) => (isIndex(step) ? `[${step}]` : `.${step}`)).join('')}`,
  ([first = '', ...rest]) => first + rest.map((step) => (isIndex(step) ? `[${step}]` : `["${snake(step)}"]`)).join(''),
]

/** The same fields as a careless server names them: each in another spelling, from the last one to the first. */
export const refused: readonly string[] = names
  .map((name, index) => {
    const steps = name.replace(/\bsku$/, 'articleNumber').split(/[.[\]]+/)
    return spellings[index % spellings.length]?.(steps) ?? ''
  })
  .toReversed()

export interface BigFormProps {
  readonly summary?: boolean | undefined
}

function useRefusal() {
  const errors = refused.map((pointer) => ({ pointer, detail: 'server words', code: 'required' }))
  return useApiMutation({ mutationFn: (_: unknown) => fail('PROFILE_PAYLOAD_INVALID', 422, { errors }) })
}

/** Plain `ProblemFields`. */
export function PlainForm({ summary }: BigFormProps) {
  const save = useRefusal()
  return (
    <ProblemFields of={save} aliases={aliases}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({})
        }}
      >
        {summary ? <ProblemSummary /> : null}
        {names.map((name) => (
          <PlainField key={name} name={name} />
        ))}
        <button>Save</button>
      </form>
    </ProblemFields>
  )
}

function PlainField({ name }: { readonly name: string }) {
  const { inputProps } = useProblemField(undefined, name)
  return (
    <div>
      <label htmlFor={inputProps.id}>{name}</label>
      <input name={name} {...inputProps} />
      <ProblemField name={name} />
    </div>
  )
}

/** The door for react-hook-form. */
export function HookForm({ summary }: BigFormProps) {
  const save = useRefusal()
  const form = useHookForm()
  const field = (name: string) => {
    const own = name.replace(/\[(\d+)\]/g, '.$1')
    const { error } = form.getFieldState(own, form.formState)
    return (
      <Shown key={name} name={name} error={error?.message}>
        <input {...form.register(own)} id={name} aria-invalid={!!error} aria-describedby={`${name}-error`} />
      </Shown>
    )
  }
  return (
    <HookFormFields of={save} form={form} aliases={aliases}>
      <form onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}>
        {summary ? <ProblemSummary /> : null}
        {names.map(field)}
        <button>Save</button>
      </form>
    </HookFormFields>
  )
}

/** The door for TanStack Form. */
export function TanStackForm({ summary }: BigFormProps) {
  const save = useRefusal()
  const defaultValues: Record<string, string> = {}
  const form = useTanStackForm({
    defaultValues,
    onSubmit: ({ value }) => save.mutate(value),
  })
  const field = (name: string) => (
    <form.Field key={name} name={name}>
      {({ state, handleChange }) => (
        <Shown name={name} error={state.meta.errors.join(' ')}>
          <input
            name={name}
            id={name}
            value={state.value ?? ''}
            onChange={(event) => handleChange(event.target.value)}
            aria-invalid={state.meta.errors.length > 0}
            aria-describedby={`${name}-error`}
          />
        </Shown>
      )}
    </form.Field>
  )
  return (
    <TanStackFields of={save} form={form} aliases={aliases}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void form.handleSubmit()
        }}
      >
        {summary ? <ProblemSummary /> : null}
        {names.map(field)}
        <button>Save</button>
      </form>
    </TanStackFields>
  )
}

interface ShownProps {
  readonly name: string
  readonly error: string | undefined
  readonly children: ReactNode
}

function Shown({ name, error, children }: ShownProps) {
  return (
    <div>
      <label htmlFor={name}>{name}</label>
      {children}
      <span id={`${name}-error`}>{error}</span>
    </div>
  )
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index)
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step)
}

function snake(step: string): string {
  return step.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function kebab(step: string): string {
  return snake(step).replaceAll('_', '-')
}

function pascal(step: string): string {
  return step.charAt(0).toUpperCase() + step.slice(1)
}

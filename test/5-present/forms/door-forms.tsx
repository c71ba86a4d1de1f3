import { useForm as useTanStackForm } from '@tanstack/react-form'
import { useState, type ReactNode } from 'react'
import { useFieldArray, useForm as useHookForm } from 'react-hook-form'
import { ProblemSummary, useApiMutation } from '../../../src/index.ts'
import { ProblemFields as HookFormFields } from '../../../src/react-hook-form.ts'
import { ProblemFields as TanStackFields } from '../../../src/tanstack-form.ts'
import { fail } from '../app.tsx'

/** An order of some items, each with two fields. */
export interface Order {
  readonly name: string
  readonly contact: { readonly email: string }
  readonly items: readonly { readonly sku: string; readonly quantity: string }[]
}

export interface DoorFormProps {
  readonly initial: Order
  /** The body of each answer in turn; a success after the last. */
  readonly answers: readonly object[]
  readonly summary?: boolean | undefined
  readonly aliases?: Readonly<Record<string, string>> | undefined
  readonly sent?: ((order: Order) => void) | undefined
  /** When react-hook-form is to look again. */
  readonly revalidate?: 'onChange' | 'onBlur' | 'onSubmit' | undefined
}

function useSave({ answers, sent }: DoorFormProps) {
  const [turn, setTurn] = useState(0)
  return useApiMutation({
    mutationFn: (order: Order) => {
      sent?.(order)
      setTurn(turn + 1)
      const answer = answers[turn]
      return answer === undefined ? Promise.resolve('saved') : fail('PROFILE_PAYLOAD_INVALID', 422, answer)
    },
  })
}

/** The same form with react-hook-form. */
export function HookOrder(props: DoorFormProps) {
  const save = useSave(props)
  const form = useHookForm<Order>({ defaultValues: props.initial, reValidateMode: props.revalidate ?? 'onChange' })
  const { fields, remove } = useFieldArray({ control: form.control, name: 'items' })
  const [short, setShort] = useState(false)
  const field = (
    name: 'name' | 'contact.email' | `items.${number}.sku` | `items.${number}.quantity`,
    label: string,
  ) => {
    const { error } = form.getFieldState(name, form.formState)
    return (
      <Field label={label} error={error?.message}>
        {(described) => (
          <input {...form.register(name)} aria-label={label} aria-invalid={!!error} aria-describedby={described} />
        )}
      </Field>
    )
  }
  return (
    <HookFormFields of={save} form={form} aliases={props.aliases}>
      <form onSubmit={(event) => void form.handleSubmit((order) => save.mutate(order))(event)}>
        {props.summary ? <ProblemSummary /> : null}
        {short ? null : field('name', 'name')}
        {field('contact.email', 'email')}
        {fields.map(({ id }, index) => (
          <div key={id}>
            {field(`items.${index}.sku`, `sku ${index}`)}
            {field(`items.${index}.quantity`, `quantity ${index}`)}
            <Button label={`remove ${index}`} onClick={() => remove(index)} />
          </div>
        ))}
        <Foot shorten={() => setShort(true)} forget={save.reset} saved={save.data} />
      </form>
    </HookFormFields>
  )
}

/** The same form with TanStack Form. */
export function TanStackOrder(props: DoorFormProps) {
  const save = useSave(props)
  const form = useTanStackForm({ defaultValues: props.initial, onSubmit: ({ value }) => save.mutate(value) })
  const [short, setShort] = useState(false)
  const field = (
    name: 'name' | 'contact.email' | `items[${number}].sku` | `items[${number}].quantity`,
    label: string,
  ) => (
    <form.Field name={name}>
      {({ state, handleChange, handleBlur }) => (
        <Field label={label} error={state.meta.errors.join('\n')}>
          {(described) => (
            <input
              name={name}
              aria-label={label}
              value={state.value}
              onChange={(event) => handleChange(event.target.value)}
              onBlur={handleBlur}
              aria-invalid={state.meta.errors.length > 0}
              aria-describedby={described}
            />
          )}
        </Field>
      )}
    </form.Field>
  )
  return (
    <TanStackFields of={save} form={form} aliases={props.aliases}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void form.handleSubmit()
        }}
      >
        {props.summary ? <ProblemSummary /> : null}
        {short ? null : field('name', 'name')}
        {field('contact.email', 'email')}
        <form.Field name="items" mode="array">
          {({ state, removeValue }) =>
            state.value.map((_, index) => (
              <div key={index}>
                {field(`items[${index}].sku`, `sku ${index}`)}
                {field(`items[${index}].quantity`, `quantity ${index}`)}
                <Button label={`remove ${index}`} onClick={() => removeValue(index)} />
              </div>
            ))
          }
        </form.Field>
        <Foot shorten={() => setShort(true)} forget={save.reset} saved={save.data} />
      </form>
    </TanStackFields>
  )
}

interface FieldProps {
  readonly label: string
  readonly error: string | undefined
  readonly children: (describedBy: string | undefined) => ReactNode
}

function Field({ label, error, children }: FieldProps) {
  const id = `${label.replace(' ', '-')}-error`
  return (
    <div>
      {children(error ? id : undefined)}
      {error ? <p id={id}>{error}</p> : null}
    </div>
  )
}

function Button({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" onClick={onClick}>
      {label}
    </button>
  )
}

interface FootProps {
  readonly shorten: () => void
  readonly forget: () => void
  readonly saved: string | undefined
}

function Foot({ shorten, forget, saved }: FootProps) {
  return (
    <>
      <Button label="shorten" onClick={shorten} />
      <Button label="forget" onClick={forget} />
      <button type="submit">save</button>
      <output>{saved}</output>
    </>
  )
}

/** An order of so many items. */
export function orderOf(count: number): Order {
  return {
    name: 'Ada',
    contact: { email: 'ada@example.com' },
    items: Array.from({ length: count }, (_, index) => ({ sku: `a${index}`, quantity: String(index) })),
  }
}

/** The body of a refusal: each path with the rule that is broken there. */
export function refusal(...paths: readonly string[]) {
  return { errors: paths.map((pointer) => ({ pointer, detail: 'server words', code: 'required' })) }
}

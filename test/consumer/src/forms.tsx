import { useForm as useTanStackForm } from '@tanstack/react-form'
import { useForm as useHookForm } from 'react-hook-form'
import { useApiMutation } from 'react-remedy'
import { divination } from 'react-remedy/contracts/divination'
import { readProblem } from 'react-remedy/core'
import { ProblemFields as HookFormFields } from 'react-remedy/react-hook-form'
import { ProblemFields as TanStackFields } from 'react-remedy/tanstack-form'

interface Values {
  readonly email: string
}

async function refuse(): Promise<never> {
  const errors = [{ pointer: '#/Email', detail: 'server words', code: 'required' }]
  const body = JSON.stringify({ code: 'PROFILE_PAYLOAD_INVALID', status: 422, errors })
  const headers = { 'content-type': 'application/problem+json' }
  throw await readProblem(new Response(body, { status: 422, headers }), divination)
}

/** One field with react-hook-form. */
export function HookForm() {
  const save = useApiMutation({ mutationFn: (_: Values) => refuse() })
  const form = useHookForm<Values>({ defaultValues: { email: '' } })
  const { errors } = form.formState
  return (
    <HookFormFields of={save} form={form}>
      <form aria-label="Hook form" onSubmit={form.handleSubmit((values) => save.mutate(values))}>
        <input {...form.register('email')} aria-label="Email" aria-invalid={!!errors.email} />
        <p>{errors.email?.message}</p>
        <button>Send</button>
      </form>
    </HookFormFields>
  )
}

/** The same field with TanStack Form. */
export function TanStackForm() {
  const save = useApiMutation({ mutationFn: (_: Values) => refuse() })
  const form = useTanStackForm({ defaultValues: { email: '' }, onSubmit: ({ value }) => save.mutate(value) })
  return (
    <TanStackFields of={save} form={form}>
      <form
        aria-label="TanStack form"
        onSubmit={(event) => {
          event.preventDefault()
          void form.handleSubmit()
        }}
      >
        <form.Field name="email">
          {({ name, state, handleChange }) => (
            <>
              <input
                name={name}
                aria-label="Email"
                value={state.value}
                onChange={(event) => handleChange(event.target.value)}
                aria-invalid={state.meta.errors.length > 0}
              />
              <p>{state.meta.errors.join(' ')}</p>
            </>
          )}
        </form.Field>
        <button>Send</button>
      </form>
    </TanStackFields>
  )
}

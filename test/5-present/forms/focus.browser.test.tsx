import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ProblemField, ProblemFields, useApiMutation, useProblemField } from '../../../src/index.ts'
import { fail, renderApp } from '../app.tsx'
import { HookOrder, orderOf, refusal, TanStackOrder } from './door-forms.tsx'

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { exact: true })
const summary = () => document.querySelector<HTMLElement>('[data-remedy-surface="summary"]')
const save = () => userEvent.click(screen.getByRole('button', { name: 'save' }))

describe.each([
  ['react-hook-form', HookOrder],
  ['TanStack Form', TanStackOrder],
])('the focus in a form of %s', (_, OrderForm) => {
  it('goes to the first marked field of the page, once: who types elsewhere is left alone', async () => {
    renderApp(<OrderForm initial={orderOf(2)} answers={[refusal('#/items/1/sku', '#/contact/email')]} />)
    await save()
    await waitFor(() => expect(field('email')).toHaveFocus())
    await userEvent.fill(field('email'), 'x')
    await userEvent.click(field('name'))
    await userEvent.keyboard('y')
    expect(field('name')).toHaveFocus()
    expect(field('sku 1')).toBeInvalid()
  })

  it('goes to the summary where one is mounted; by keyboard its links lead to the fields', async () => {
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/items/0/sku', '#/ghost')]} summary />)
    await save()
    await waitFor(() => expect(summary()).toHaveFocus())
    await userEvent.tab()
    expect(within(summary() as HTMLElement).getByRole('link')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(field('sku 0')).toHaveFocus()
    expect(location.hash).toBe('')
  })

  it('goes to the list of what has no field, when no field is marked', async () => {
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/ghost')]} />)
    await save()
    await waitFor(() => expect(summary()).toHaveFocus())
  })
})

function Folded({ sent }: { readonly sent: () => void }) {
  const save = useApiMutation({
    mutationFn: () => {
      sent()
      return fail('PROFILE_PAYLOAD_INVALID', 422, refusal('#/hidden', '#/seen'))
    },
  })
  return (
    <ProblemFields of={save}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <div style={{ display: 'none' }}>
          <Plain name="hidden" />
        </div>
        <Plain name="seen" />
        <button>save</button>
      </form>
    </ProblemFields>
  )
}

function Plain({ name }: { readonly name: string }) {
  const { inputProps } = useProblemField(undefined, name)
  return (
    <div>
      <input aria-label={name} {...inputProps} />
      <ProblemField name={name} />
    </div>
  )
}

it('what cannot be seen takes no focus, and holds nobody back', async () => {
  const sent = vi.fn()
  renderApp(<Folded sent={sent} />)
  await save()
  await waitFor(() => expect(field('seen')).toHaveFocus())
  expect(field('hidden')).toBeInvalid()
  await save()
  expect(sent).toHaveBeenCalledTimes(1)
  await userEvent.fill(field('seen'), 'x')
  await save()
  expect(sent).toHaveBeenCalledTimes(2)
})

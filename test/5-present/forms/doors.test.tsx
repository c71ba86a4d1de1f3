import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Controller, useForm } from 'react-hook-form'
import { useApiMutation } from '../../../src/index.ts'
import { ProblemFields } from '../../../src/react-hook-form.ts'
import { fail, renderApp } from '../app.tsx'
import { HookOrder, orderOf, refusal, TanStackOrder } from './door-forms.tsx'

const submit = () => userEvent.click(screen.getByText('save'))
const field = (label: string) => screen.getByLabelText(label)
const summary = () => document.querySelector('[data-remedy-surface="summary"]')
const toasts = () => document.querySelectorAll('[data-remedy-toast]')
const fillThisIn = 'Fill this in.'

describe.each([
  ['react-hook-form', HookOrder],
  ['TanStack Form', TanStackOrder],
])('%s', (_, OrderForm) => {
  it('has what the server refused as errors of its own, in the user’s language, and nobody else says it', async () => {
    const answers = [refusal('#/name', 'items[1][quantity]', '/contact/email')]
    renderApp(<OrderForm initial={orderOf(2)} answers={answers} />)
    await submit()
    await waitFor(() => expect(field('quantity 1')).toHaveAccessibleDescription(fillThisIn))
    expect(field('name')).toHaveAccessibleDescription(fillThisIn)
    expect(field('email')).toHaveAccessibleDescription(fillThisIn)
    expect(field('quantity 0')).toBeValid()
    expect(summary()).toBeNull()
    await act(() => new Promise((resolve) => setTimeout(resolve, 150)))
    expect(toasts()).toHaveLength(0)
  })

  it('knows its fields by alias and in another case', async () => {
    const answers = [refusal('order_lines.0.SKU', '#/payload/e-mail_address')]
    const aliases = { 'payload.emailAddress': 'contact.email', 'orderLines.*': 'items.*' }
    renderApp(<OrderForm initial={orderOf(1)} answers={answers} aliases={aliases} />)
    await submit()
    await waitFor(() => expect(field('sku 0')).toBeInvalid())
    expect(field('email')).toBeInvalid()
    expect(summary()).toBeNull()
  })

  it('leaves to the summary what it has no field for', async () => {
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/ghost', '#/name', '#/items/7/sku')]} />)
    await submit()
    await waitFor(() => expect(summary()).toHaveTextContent(`ghost: ${fillThisIn}items › 7 › sku: ${fillThisIn}`))
    expect(field('name')).toBeInvalid()
    expect(toasts()).toHaveLength(0)
  })

  it('hands the mark of a field that leaves the page to the summary', async () => {
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/name', '#/items/0/sku')]} />)
    await submit()
    await waitFor(() => expect(field('name')).toBeInvalid())
    await userEvent.click(screen.getByText('shorten'))
    await userEvent.type(field('sku 0'), '!')
    await waitFor(() => expect(summary()).toHaveTextContent(`name: ${fillThisIn}`))
    expect(summary()?.querySelectorAll('li')).toHaveLength(1)
  })

  it('gets the focus once for each failed submit: the first marked field of the page', async () => {
    const answers = [refusal('#/items/0/sku', '#/contact/email'), refusal('#/items/0/sku')]
    renderApp(<OrderForm initial={orderOf(1)} answers={answers} />)
    await submit()
    await waitFor(() => expect(field('email')).toHaveFocus())
    await userEvent.type(field('email'), '!')
    await userEvent.click(field('sku 0'))
    await userEvent.type(field('sku 0'), '!')
    expect(field('sku 0')).toHaveFocus()
    await submit()
    await waitFor(() => expect(field('sku 0')).toBeInvalid())
    expect(field('sku 0')).toHaveFocus()
  })

  it('or the summary, where one is mounted, whose links lead to the fields', async () => {
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/items/0/sku', '#/name')]} summary />)
    await submit()
    await waitFor(() => expect(summary()).toHaveFocus())
    const links = [...(summary()?.querySelectorAll('a') ?? [])]
    expect(links.map(({ textContent }) => textContent)).toEqual([`name: ${fillThisIn}`, `sku 0: ${fillThisIn}`])
    await userEvent.click(screen.getByText(`sku 0: ${fillThisIn}`))
    expect(field('sku 0')).toHaveFocus()
  })

  it('keeps a mark until its field is edited, and only its own; submit is held back as long, and values stay', async () => {
    const sent = vi.fn()
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/name', '#/items/0/sku')]} sent={sent} />)
    await submit()
    await waitFor(() => expect(field('sku 0')).toBeInvalid())
    await userEvent.tab()
    await userEvent.tab()
    await submit()
    expect(field('name')).toBeInvalid()
    await userEvent.type(field('name'), '!')
    expect(field('name')).toBeValid()
    expect(field('sku 0')).toBeInvalid()
    await submit()
    expect(field('sku 0')).toHaveFocus()
    expect(sent).toHaveBeenCalledTimes(1)
    await userEvent.type(field('sku 0'), '!')
    expect(field('sku 0')).toBeValid()
    await submit()
    expect(await screen.findByText('saved')).toBeInTheDocument()
    expect(sent).toHaveBeenCalledTimes(2)
    expect(sent).toHaveBeenLastCalledWith({ ...orderOf(1), name: 'Ada!', items: [{ sku: 'a0!', quantity: '0' }] })
    expect(summary()).toBeNull()
  })

  it('takes a mark along when its row moves up', async () => {
    const sent = vi.fn()
    renderApp(<OrderForm initial={orderOf(3)} answers={[refusal('#/items/2/sku')]} sent={sent} />)
    await submit()
    await waitFor(() => expect(field('sku 2')).toBeInvalid())
    await userEvent.click(screen.getByText('remove 0'))
    await waitFor(() => expect(screen.queryByLabelText('sku 2')).toBeNull())
    expect(field('sku 1')).toHaveValue('a2')
    expect(field('sku 1')).toBeInvalid()
    expect(field('sku 0')).toBeValid()
    await submit()
    expect(sent).toHaveBeenCalledTimes(1)
    expect(summary()).toBeNull()
    await userEvent.type(field('sku 1'), '!')
    await submit()
    expect(await screen.findByText('saved')).toBeInTheDocument()
  })

  it('has none of our errors any more once the failure is forgotten', async () => {
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/name', '#/items/0/sku')]} />)
    await submit()
    await waitFor(() => expect(field('sku 0')).toBeInvalid())
    await userEvent.click(screen.getByText('forget'))
    await waitFor(() => expect(field('sku 0')).toBeValid())
    expect(field('name')).toBeValid()
    await submit()
    expect(await screen.findByText('saved')).toBeInTheDocument()
  })

  it('is left in order once the next submit succeeds', async () => {
    renderApp(<OrderForm initial={orderOf(1)} answers={[refusal('#/ghost')]} />)
    await submit()
    await waitFor(() => expect(summary()).not.toBeNull())
    await submit()
    expect(await screen.findByText('saved')).toBeInTheDocument()
    expect(summary()).toBeNull()
  })
})

function Controlled() {
  const save = useApiMutation({ mutationFn: () => fail('PROFILE_PAYLOAD_INVALID', 422, refusal('colour')) })
  const form = useForm({ defaultValues: { colour: '' } })
  return (
    <ProblemFields of={save} form={form}>
      <form onSubmit={(event) => void form.handleSubmit(() => save.mutate())(event)}>
        <Controller
          control={form.control}
          name="colour"
          render={({ field: { ref, onChange }, fieldState }) => (
            <>
              <button type="button" ref={ref} onClick={() => onChange('red')}>
                red
              </button>
              <p>{fieldState.error?.message}</p>
            </>
          )}
        />
        <button>save</button>
      </form>
    </ProblemFields>
  )
}

describe('react-hook-form', () => {
  it('finds a control that only it knows, and sees its edit', async () => {
    renderApp(<Controlled />)
    await submit()
    expect(await screen.findByText(fillThisIn)).toBeInTheDocument()
    await waitFor(() => expect(screen.getByText('red')).toHaveFocus())
    await userEvent.click(screen.getByText('red'))
    expect(screen.queryByText(fillThisIn)).toBeNull()
  })

  it.each(['onBlur', 'onSubmit'] as const)(
    'clears a mark with the edit, also where it looks again %s',
    async (revalidate) => {
      renderApp(<HookOrder initial={orderOf(1)} answers={[refusal('#/name')]} revalidate={revalidate} />)
      await submit()
      await waitFor(() => expect(field('name')).toBeInvalid())
      await userEvent.type(field('name'), '!')
      expect(field('name')).toBeValid()
      await submit()
      expect(await screen.findByText('saved')).toBeInTheDocument()
    },
  )
})

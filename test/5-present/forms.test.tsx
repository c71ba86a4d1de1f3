import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ProblemField, ProblemFields, ProblemSummary, useApiMutation, useProblemField } from '../../src/index.ts'
import { fail, renderApp } from './app.tsx'

interface Save {
  readonly error: unknown
}

/** A labelled control with its message. */
function Field({ of, name, label = name }: { of: Save; name: string; label?: string }) {
  const { inputProps } = useProblemField(of, name)
  return (
    <div>
      <label>
        {label}
        <input name={name} {...inputProps} />
      </label>
      <ProblemField name={name} />
    </div>
  )
}

const pointers = (...all: readonly string[]) => ({ errors: all.map((pointer) => ({ pointer, detail: 'bad words' })) })

interface FormProps {
  /** The body of each answer in turn; a success after the last. */
  readonly answers: readonly object[]
  readonly children: (save: Save) => ReactNode
  readonly sent?: (values: Record<string, unknown>) => void
}

function Form({ answers, children, sent }: FormProps) {
  const [turn, setTurn] = useState(0)
  const save = useApiMutation({
    mutationFn: (_: void) => {
      setTurn(turn + 1)
      const answer = answers[turn]
      return answer === undefined ? Promise.resolve('saved') : fail('PROFILE_PAYLOAD_INVALID', 422, answer)
    },
  })
  return (
    <ProblemFields of={save}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          sent?.(Object.fromEntries(new FormData(event.currentTarget)))
          save.mutate()
        }}
      >
        {children(save)}
        <button type="submit">save</button>
        <output>{save.data}</output>
      </form>
    </ProblemFields>
  )
}

const submit = () => userEvent.click(screen.getByText('save'))
const summary = () => document.querySelector('[data-remedy-surface="summary"]')
const toasts = () => document.querySelectorAll('[data-remedy-toast]')

describe('a field problem reaches its field', () => {
  it.each([
    ['#/profile/name', 'profile.name'],
    ['/items/0/qty', 'items[0].qty'],
    ['items.1.qty', 'items[1][qty]'],
    ['items[2][qty]', '/items/2/qty'],
    ['#/a~1b/c~0d', '/a~1b/c~0d'],
    ['$.tags[0]', 'tags.0'],
    ['#/na%C3%AFve', 'naïve'],
  ])('in whatever spelling: %s is %s', async (pointer, name) => {
    renderApp(<Form answers={[pointers(pointer)]}>{(save) => <Field of={save} name={name} label="it" />}</Form>)
    await submit()
    await waitFor(() => expect(screen.getByLabelText('it')).toBeInvalid())
    expect(screen.getByLabelText('it')).toHaveAccessibleDescription(/./)
    expect(summary()).toBeNull()
  })

  it('as FastAPI tells it, an index among the steps', async () => {
    const detail = [{ loc: ['body', 'items', 3, 'qty'], msg: 'bad words', type: 'greater_than' }]
    renderApp(<Form answers={[{ detail }]}>{(save) => <Field of={save} name="items[3].qty" label="it" />}</Form>)
    await submit()
    await waitFor(() => expect(screen.getByLabelText('it')).toBeInvalid())
  })

  it.each(['first name', 'a"b', "it's", '<b>', '__proto__', 'constructor'])(
    'whatever it is called: %s',
    async (name) => {
      renderApp(<Form answers={[pointers(`#/${name}`)]}>{(save) => <Field of={save} name={name} label="it" />}</Form>)
      await submit()
      await waitFor(() => expect(screen.getByLabelText('it')).toBeInvalid())
      expect(screen.getByLabelText('it')).toHaveAccessibleDescription(/./)
    },
  )

  it('and its own message only, however alike two names are', async () => {
    renderApp(
      <Form answers={[pointers('#/a/b', '#/a-b')]}>
        {(save) => (
          <>
            <Field of={save} name="a.b" />
            <Field of={save} name="a-b" />
          </>
        )}
      </Form>,
    )
    await submit()
    await waitFor(() => expect(screen.getByLabelText('a-b')).toBeInvalid())
    const ids = [...document.querySelectorAll('[data-remedy-field-message], [id^="remedy-field"]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('a hundred of them in a form of two hundred fields, soon', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `rows[${index}].value`)
    const marked = Array.from({ length: 100 }, (_, index) => `#/rows/${index * 2}/value`)
    renderApp(
      <Form answers={[pointers(...marked)]}>
        {(save) => names.map((name) => <Field key={name} of={save} name={name} />)}
      </Form>,
    )
    await act(async () => screen.getByText('save').click())
    await waitFor(() => expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(100))
    expect(summary()).toBeNull()
  })
})

describe('nothing is dropped', () => {
  it('what matches no field goes to the summary, by its name', async () => {
    renderApp(<Form answers={[pointers('#/name', '#/ghost/inner')]}>{(save) => <Field of={save} name="name" />}</Form>)
    await submit()
    await waitFor(() => expect(summary()).toHaveTextContent('ghost › inner: '))
    expect(summary()?.querySelectorAll('li')).toHaveLength(1)
    expect(toasts()).toHaveLength(0)
  })

  it('a field that leaves the page hands its mark to the summary', async () => {
    function Leaving({ save }: { save: Save }) {
      const [open, setOpen] = useState(true)
      return (
        <>
          {open ? <Field of={save} name="name" /> : null}
          <button type="button" onClick={() => setOpen(false)}>
            leave
          </button>
        </>
      )
    }
    renderApp(<Form answers={[pointers('#/name')]}>{(save) => <Leaving save={save} />}</Form>)
    await submit()
    await waitFor(() => expect(screen.getByLabelText('name')).toBeInvalid())
    expect(summary()).toBeNull()
    await userEvent.click(screen.getByText('leave'))
    expect(summary()).toHaveTextContent('name: ')
  })

  it('a summary of its own lists all in the order of the page, each a link to its field', async () => {
    renderApp(
      <Form answers={[pointers('#/ghost', '#/second', '#/first')]}>
        {(save) => (
          <>
            <ProblemSummary />
            <Field of={save} name="first" label="First one" />
            <Field of={save} name="second" label="Second one" />
          </>
        )}
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()?.querySelectorAll('a')).toHaveLength(2))
    const lines = [...(summary()?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent?.split(':')[0])
    expect(lines).toEqual(['First one', 'Second one', 'ghost'])
    expect(document.querySelectorAll('[data-remedy-surface="summary"]')).toHaveLength(1)
    await userEvent.click(summary()!.querySelectorAll('a')[1]!)
    expect(screen.getByLabelText('Second one')).toHaveFocus()
  })

  it('one field alone does not swallow what belongs to others: that is said in a toast', async () => {
    function Alone() {
      const save = useApiMutation({
        mutationFn: () => fail('PROFILE_PAYLOAD_INVALID', 422, pointers('#/name', '#/ghost')),
      })
      const { inputProps } = useProblemField(save, 'name')
      return (
        <>
          <input aria-label="name" {...inputProps} />
          <ProblemField of={save} name="name" />
          <button onClick={() => save.mutate()}>save</button>
        </>
      )
    }
    renderApp(<Alone />)
    await submit()
    await waitFor(() => expect(toasts()).toHaveLength(1))
    expect(screen.getByLabelText('name')).toBeInvalid()
  })

  it('a refusal that marks nothing is said in a toast, form or no form', async () => {
    renderApp(<Form answers={[{}]}>{(save) => <Field of={save} name="name" />}</Form>)
    await submit()
    await waitFor(() => expect(toasts()).toHaveLength(1))
  })
})

describe('the focus goes, once for each failed submit,', () => {
  const two = (save: Save) => (
    <>
      <Field of={save} name="first" />
      <Field of={save} name="second" />
    </>
  )

  it('to the first marked field in the order of the page', async () => {
    renderApp(<Form answers={[pointers('#/second', '#/first'), pointers('#/second')]}>{two}</Form>)
    await submit()
    await waitFor(() => expect(screen.getByLabelText('first')).toHaveFocus())
    await userEvent.type(screen.getByLabelText('first'), 'a')
    await userEvent.click(screen.getByLabelText('second'))
    await userEvent.type(screen.getByLabelText('second'), 'b')
    expect(screen.getByLabelText('second')).toHaveFocus()
    screen.getByLabelText('first').focus()
    await submit()
    await waitFor(() => expect(screen.getByLabelText('second')).toHaveFocus())
  })

  it('to the summary where there is one', async () => {
    renderApp(
      <Form answers={[pointers('#/second', '#/ghost')]}>
        {(save) => (
          <>
            <ProblemSummary />
            {two(save)}
          </>
        )}
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()).toHaveFocus())
    await userEvent.type(screen.getByLabelText('second'), 'b')
    expect(screen.getByLabelText('second')).toHaveFocus()
  })

  it('to what is listed above the form when no field of it is marked', async () => {
    renderApp(<Form answers={[pointers('#/ghost')]}>{two}</Form>)
    await submit()
    await waitFor(() => expect(summary()).toHaveFocus())
  })
})

describe('a mark stands until its field is edited', () => {
  const two = (save: Save) => (
    <>
      <Field of={save} name="first" />
      <Field of={save} name="second" />
    </>
  )

  it('and only its own: submit is held back while a marked field is unchanged, and no longer', async () => {
    const sent = vi.fn()
    renderApp(
      <Form answers={[pointers('#/first', '#/second')]} sent={sent}>
        {two}
      </Form>,
    )
    await userEvent.type(screen.getByLabelText('first'), 'one')
    await userEvent.type(screen.getByLabelText('second'), 'two')
    await submit()
    await waitFor(() => expect(screen.getByLabelText('second')).toBeInvalid())
    await submit()
    await userEvent.type(screen.getByLabelText('first'), '!')
    expect(screen.getByLabelText('first')).toBeValid()
    expect(screen.getByLabelText('second')).toBeInvalid()
    await submit()
    expect(screen.getByLabelText('second')).toHaveFocus()
    expect(sent).toHaveBeenCalledTimes(1)
    await userEvent.type(screen.getByLabelText('second'), '!')
    await submit()
    expect(sent.mock.calls).toEqual([[{ first: 'one', second: 'two' }], [{ first: 'one!', second: 'two!' }]])
    expect(await screen.findByText('saved')).toBeInTheDocument()
    expect(summary()).toBeNull()
  })

  it('and a problem that no field shows holds nothing back', async () => {
    const sent = vi.fn()
    renderApp(
      <Form answers={[pointers('#/ghost')]} sent={sent}>
        {two}
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()).not.toBeNull())
    await submit()
    expect(sent).toHaveBeenCalledTimes(2)
  })
})

describe('what is said at a field', () => {
  const detail = 'must match ^[a-z]+$'
  const errors = { errors: [{ pointer: '#/name', detail, rule: 'required' }] }

  it.each([
    ['words of ours', {}, /^(?!.*must match)/],
    ['the server’s where a remedy says so, as text', { text: 'server' }, /must match \^\[a-z\]\+\$/],
  ] as const)('is %s', async (_, remedy, pattern) => {
    function Said() {
      const save = useApiMutation({
        mutationFn: () => fail('PROFILE_PAYLOAD_INVALID', 422, errors),
        remedies: { PROFILE_PAYLOAD_INVALID: remedy },
      })
      return (
        <ProblemFields of={save}>
          <Field of={save} name="name" />
          <button onClick={() => save.mutate()}>save</button>
        </ProblemFields>
      )
    }
    renderApp(<Said />)
    await submit()
    await waitFor(() => expect(screen.getByLabelText('name')).toHaveAccessibleDescription(pattern))
  })
})

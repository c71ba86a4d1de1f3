import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type InputHTMLAttributes, type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ProblemField, ProblemFields, ProblemSummary, useApiMutation, useProblemField } from '../../../src/index.ts'
import { fail, renderApp } from '../app.tsx'
import { refusal } from './door-forms.tsx'

type Attributes = Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>
type FieldProps = { readonly name: string; readonly label?: string } & Attributes

function Field({ name, label = name, ...rest }: FieldProps) {
  const { inputProps } = useProblemField(undefined, name)
  return (
    <div>
      <label>
        {label} <input {...rest} name={name} {...inputProps} />
      </label>
      <ProblemField name={name} />
    </div>
  )
}

interface FormProps {
  readonly answer: object
  readonly aliases?: Readonly<Record<string, string>>
  readonly sent?: () => void
  readonly children: ReactNode
}

function Form({ answer, aliases, sent, children }: FormProps) {
  const save = useApiMutation({
    mutationFn: () => {
      sent?.()
      return fail('PROFILE_PAYLOAD_INVALID', 422, answer)
    },
  })
  return (
    <ProblemFields of={save} aliases={aliases}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        {children}
        <button>save</button>
      </form>
    </ProblemFields>
  )
}

const submit = () => userEvent.click(screen.getByText('save'))
const field = (label: string) => screen.getByLabelText(label)
const summary = () => document.querySelector('[data-remedy-surface="summary"]')
const fillThisIn = 'Fill this in.'

describe('a form that calls its fields otherwise than the server', () => {
  it('marks them by alias and in another case, and what nobody knows is listed as the server called it', async () => {
    renderApp(
      <Form answer={refusal('email_address', 'FirstName', 'shoe_size')} aliases={{ emailAddress: 'email' }}>
        <Field name="firstName" />
        <Field name="email" />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(field('email')).toBeInvalid())
    expect(field('firstName')).toBeInvalid()
    expect(field('firstName')).toHaveFocus()
    expect(summary()).toHaveTextContent(`shoe_size: ${fillThisIn}`)
    expect(summary()?.querySelectorAll('li')).toHaveLength(1)
  })

  it('leaves to the summary what could mean two of them', async () => {
    renderApp(
      <Form answer={refusal('Name')}>
        <Field name="name" />
        <Field name="NAME" />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()).toHaveTextContent(`Name: ${fillThisIn}`))
    expect(document.querySelector('[aria-invalid]')).toBeNull()
  })
})

describe('a field that breaks several rules', () => {
  const errors = ['required', 'minLength', 'required', 'format'].map((code) => ({
    pointer: '#/name',
    detail: 'x',
    code,
  }))

  it('says each of them once, and the edit takes all away', async () => {
    renderApp(
      <Form answer={{ errors }}>
        <Field name="name" />
      </Form>,
    )
    await submit()
    const said = /^Error: Fill this in\.\sThis is too short\. Write a little more\.\sCheck how this is written\.$/
    await waitFor(() => expect(field('name')).toHaveAccessibleDescription(said))
    await userEvent.type(field('name'), 'a')
    expect(field('name')).toBeValid()
    expect(document.querySelector('[data-remedy-surface="field"]')).toBeNull()
  })

  it('has a line for each in the summary', async () => {
    renderApp(
      <Form answer={{ errors }}>
        <ProblemSummary />
        <Field name="name" />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()?.querySelectorAll('a')).toHaveLength(3))
  })
})

describe('rows', () => {
  function Rows() {
    const [rows, setRows] = useState(['a', 'b', 'c'])
    const add = () => setRows([...rows, 'new'])
    return (
      <>
        {rows.map((row, index) => (
          <fieldset key={row}>
            <legend>Item {index + 1}</legend>
            <Field name={`items[${index}].qty`} label={`qty of ${row}`} />
            <button type="button" onClick={() => setRows(rows.filter((other) => other !== row))}>
              remove {row}
            </button>
          </fieldset>
        ))}
        <button type="button" onClick={add}>
          add
        </button>
      </>
    )
  }

  it('take their marks along when another goes; a new one has none', async () => {
    renderApp(
      <Form answer={refusal('items.1.qty')}>
        <Rows />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(field('qty of b')).toBeInvalid())
    await userEvent.click(screen.getByText('remove a'))
    expect(field('qty of b')).toBeInvalid()
    expect(field('qty of b')).toHaveAccessibleDescription(`Error: ${fillThisIn}`)
    expect(field('qty of c')).toBeValid()
    await userEvent.click(screen.getByText('add'))
    expect(field('qty of new')).toBeValid()
    expect(summary()).toBeNull()
    await userEvent.type(field('qty of b'), '1')
    expect(field('qty of b')).toBeValid()
  })

  it('that go leave their mark to the summary, not to the row that comes after', async () => {
    renderApp(
      <Form answer={refusal('items.0.qty')}>
        <Rows />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(field('qty of a')).toBeInvalid())
    await userEvent.click(screen.getByText('remove a'))
    expect(field('qty of b')).toBeValid()
    expect(field('qty of b')).not.toHaveAccessibleDescription()
    expect(summary()).toHaveTextContent('items › 0 › qty')
  })

  it('are told apart in the summary by the legend of their group', async () => {
    renderApp(
      <Form answer={refusal('items.0.qty', 'items.2.qty')}>
        <ProblemSummary />
        <Rows />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()?.querySelectorAll('a')).toHaveLength(2))
    expect([...(summary()?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent)).toEqual([
      `Item 1 › qty of a: ${fillThisIn}`,
      `Item 3 › qty of c: ${fillThisIn}`,
    ])
  })
})

describe('in the summary a field is called', () => {
  it.each<[string, ReactNode, string]>([
    ['by its label, without the star', <>Name: *</>, `Name: ${fillThisIn}`],
    ['by its label where the control comes first', <i key="i">Agreed</i>, `Agreed: ${fillThisIn}`],
    ['as the question that it is', <>Your name?</>, `Your name? ${fillThisIn}`],
  ])('%s', async (_, label, line) => {
    function Labelled() {
      const { inputProps } = useProblemField(undefined, 'x')
      return (
        <label>
          <input {...inputProps} />
          {label}
        </label>
      )
    }
    renderApp(
      <Form answer={refusal('x')}>
        <ProblemSummary />
        <Labelled />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()?.querySelector('a')).toHaveTextContent(line))
  })

  it('by the legend, where it is one choice of several', async () => {
    function Choice() {
      const { inputProps } = useProblemField(undefined, 'colour')
      return (
        <fieldset>
          <legend>Which colour?</legend>
          <label>
            <input type="radio" name="colour" {...inputProps} /> Red
          </label>
        </fieldset>
      )
    }
    renderApp(
      <Form answer={refusal('colour')}>
        <ProblemSummary />
        <Choice />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()?.querySelector('a')).toHaveTextContent(`Which colour? ${fillThisIn}`))
  })
})

describe('nobody is held back by what they cannot mend', () => {
  it.each<[string, Attributes]>([
    ['a disabled control', { disabled: true }],
    ['a hidden one', { type: 'hidden' }],
  ])('%s', async (_, attributes) => {
    const sent = vi.fn()
    renderApp(
      <Form answer={refusal('name')} sent={sent}>
        <Field name="name" {...attributes} />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(document.querySelector('[aria-invalid="true"]')).not.toBeNull())
    await submit()
    expect(sent).toHaveBeenCalledTimes(2)
  })

  it('nor by a field that was mended and then left the page: it is not listed again', async () => {
    function Step() {
      const [open, setOpen] = useState(true)
      return (
        <>
          {open ? <Field name="name" /> : null}
          <button type="button" onClick={() => setOpen(false)}>
            next
          </button>
        </>
      )
    }
    const sent = vi.fn()
    renderApp(
      <Form answer={refusal('name')} sent={sent}>
        <Step />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(field('name')).toBeInvalid())
    await userEvent.type(field('name'), 'a')
    await userEvent.click(screen.getByText('next'))
    expect(summary()).toBeNull()
    await submit()
    expect(sent).toHaveBeenCalledTimes(2)
  })
})

describe('the focus', () => {
  it('goes to a summary once: not again when the summary comes back', async () => {
    function Folded() {
      const [open, setOpen] = useState(true)
      return (
        <>
          {open ? <ProblemSummary /> : null}
          <button type="button" onClick={() => setOpen(!open)}>
            fold
          </button>
        </>
      )
    }
    renderApp(
      <Form answer={refusal('name')}>
        <Folded />
        <Field name="name" />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(summary()).toHaveFocus())
    await userEvent.click(screen.getByText('fold'))
    await userEvent.click(screen.getByText('fold'))
    expect(summary()).not.toBeNull()
    expect(screen.getByText('fold')).toHaveFocus()
  })

  it('passes by a control that is disabled', async () => {
    renderApp(
      <Form answer={refusal('first', 'second')}>
        <Field name="first" disabled />
        <Field name="second" />
      </Form>,
    )
    await submit()
    await waitFor(() => expect(field('second')).toHaveFocus())
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProblemField, ProblemFields, ProblemSummary, useApiMutation, useProblemField } from '../../../src/index.ts'
import { renderApp } from '../app.tsx'
import { violations } from './axe.ts'
import { button, faulty, usualWindow } from './page.tsx'

function Field({ name, label }: { readonly name: string; readonly label: string }) {
  const { inputProps } = useProblemField(undefined, name)
  return (
    <div className="tall">
      <label htmlFor={inputProps.id}>{label}</label>
      <input name={name} {...inputProps} />
      <ProblemField name={name} />
    </div>
  )
}

interface FormProps {
  /** JSON Pointers of what the server refuses. */
  readonly refused: readonly string[]
  readonly summary?: boolean
}

/** A form whose server finds fault with some of it. */
function Form({ refused, summary = true }: FormProps) {
  const errors = refused.map((pointer) => ({ pointer, detail: 'server words' }))
  const save = useApiMutation({
    mutationFn: () => faulty({ code: 'PROFILE_PAYLOAD_INVALID', status: 422, body: { errors } }),
  })
  return (
    <main>
      <ProblemFields of={save}>
        {summary ? <ProblemSummary of={save} /> : null}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate()
          }}
        >
          <Field name="name" label="Name" />
          <Field name="phone" label="Phone" />
          <Field name="town" label="Town" />
          <button>Save</button>
        </form>
      </ProblemFields>
    </main>
  )
}

const box = (name: string): HTMLInputElement => screen.getByRole('textbox', { name })
const summary = (): HTMLElement => screen.getByRole('region', { name: 'There is a problem' })

async function submit(props: FormProps) {
  const app = renderApp(<Form {...props} />)
  await userEvent.fill(box('Name'), 'A')
  await userEvent.fill(box('Town'), 'Paris')
  await userEvent.click(button('Save'))
  return app
}

beforeEach(async () => {
  await usualWindow()
  document.title = 'Profile'
})

describe('Forms and their summary', () => {
  it('27. each message stands by its field, is its description, says that it is an error, and marks it after the submit', async () => {
    renderApp(<Form refused={['#/name', '#/town']} />)
    for (const name of ['Name', 'Phone', 'Town']) expect(box(name)).toBeValid()
    await userEvent.click(button('Save'))
    await waitFor(() => expect(box('Name')).toBeInvalid())
    expect(box('Name')).toHaveAccessibleDescription(/^Error: \S/)
    expect(box('Town')).toHaveAccessibleDescription(/^Error: \S/)
    expect(box('Phone')).toBeValid()
    const message = document.getElementById(box('Name').getAttribute('aria-describedby')?.split(' ').at(-1) ?? '')
    expect(box('Name').parentElement).toContainElement(message)
    expect(await violations()).toEqual([])
  })

  it('29. the summary has the words of the fields, in their order, as links that focus them with the label in sight', async () => {
    await submit({ refused: ['#/town', '#/name'] })
    const links = await waitFor(() => {
      const found = within(summary()).getAllByRole('link')
      expect(found).toHaveLength(2)
      return found
    })
    expect(links.map((link) => link.textContent?.split(':')[0])).toEqual(['Name', 'Town'])
    for (const [link, name] of [[links[0], 'Name'] as const, [links[1], 'Town'] as const]) {
      const words = box(name).parentElement?.querySelector('[data-remedy-surface="field"]')?.lastChild?.textContent
      expect(link?.textContent).toContain(words?.trim())
    }
    expect(document.title).toBe('Error: Profile')
    await page.viewport(400, 200)
    await userEvent.click(links[1] as HTMLElement)
    expect(box('Town')).toHaveFocus()
    const label = screen.getByText('Town').getBoundingClientRect()
    expect(label.top).toBeGreaterThanOrEqual(0)
    expect(label.bottom).toBeLessThanOrEqual(200)
  })

  it('29. it is there for one problem as well', async () => {
    await submit({ refused: ['#/phone'] })
    await waitFor(() => expect(within(summary()).getAllByRole('link')).toHaveLength(1))
  })

  it('30. the summary takes the focus after the failed submit; the live node is a child of it', async () => {
    await submit({ refused: ['#/name'] })
    await waitFor(() => expect(summary()).toHaveFocus())
    expect(summary()).toHaveAttribute('tabindex', '-1')
    expect(summary()).not.toHaveAttribute('role', 'alert')
    expect(summary()).toContainElement(within(summary()).getByRole('alert'))
  })

  it('31. what the server refuses clears no field, and what belongs to no field is listed', async () => {
    await submit({ refused: ['#/name', '#/ghost/inner'] })
    await waitFor(() => expect(box('Name')).toBeInvalid())
    expect([box('Name').value, box('Phone').value, box('Town').value]).toEqual(['A', '', 'Paris'])
    expect(
      within(summary())
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toContainEqual(expect.stringContaining('ghost'))
    expect(screen.queryByRole('article')).toBeNull()
  })

  it('31. neither without a summary in the page', async () => {
    await submit({ refused: ['#/name', '#/ghost/inner'], summary: false })
    await waitFor(() => expect(box('Name')).toBeInvalid())
    expect(box('Town')).toHaveValue('Paris')
    expect(summary()).toHaveTextContent('ghost')
  })
})

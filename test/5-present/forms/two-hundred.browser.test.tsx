import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderApp } from '../app.tsx'
import { HookForm, names, PlainForm, refused, TanStackForm } from './big-forms.tsx'

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: true })
const marked = () => document.querySelectorAll('input[aria-invalid="true"]')
const summary = () => document.querySelector<HTMLElement>('[data-remedy-surface="summary"]')
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

it('two hundred fields are refused, each once, in seven spellings', () => {
  expect(new Set(names).size).toBe(200)
  expect(new Set(refused).size).toBe(200)
})

describe.each([
  ['plain ProblemFields', PlainForm],
  ['the door for react-hook-form', HookForm],
  ['the door for TanStack Form', TanStackForm],
])('two hundred field problems of a nested form with arrays, through %s', (_, Form) => {
  it('land, all of them: each field is marked and says why, and nothing is left over', async () => {
    const { incidents } = renderApp(<Form />)
    await save()
    await waitFor(() => expect(marked()).toHaveLength(200), { timeout: 10_000 })
    for (const input of marked()) {
      const message = document.getElementById(input.getAttribute('aria-describedby') ?? '')
      expect(message?.textContent).toMatch(/Fill this in\.$/)
    }
    expect(summary()).toBeNull()
    await waitFor(() => expect(incidents().map(({ shown }) => shown)).toEqual(['claimed']))
    expect(document.querySelector('[data-remedy-toast]')).toBeNull()
    await waitFor(() => expect(box(names[0] ?? '')).toHaveFocus())
  })

  it('go one by one, with the edit of their field, and no value is touched', async () => {
    renderApp(<Form />)
    const last = names.at(-1) ?? ''
    await userEvent.fill(box('profile.homeAddress.town'), 'Paris')
    await save()
    await waitFor(() => expect(marked()).toHaveLength(200), { timeout: 10_000 })
    await userEvent.fill(box(last), 'x')
    await waitFor(() => expect(marked()).toHaveLength(199))
    expect(box(last)).toBeValid()
    expect([...document.querySelectorAll('input')].filter(({ value }) => value !== '')).toHaveLength(2)
    expect(box(last)).toHaveFocus()
  })

  it('are all in the summary where one is mounted: in the order of the page, each a link to its field', async () => {
    renderApp(<Form summary />)
    await save()
    await waitFor(() => expect(summary()?.querySelectorAll('a')).toHaveLength(200), { timeout: 10_000 })
    await waitFor(() => expect(summary()).toHaveFocus())
    const links = within(summary() as HTMLElement).getAllByRole('link')
    expect(links.map(({ textContent }) => textContent)).toEqual(names.map((name) => `${name}: Fill this in.`))
    await userEvent.click(links.at(-1) as HTMLElement)
    const last = box(names.at(-1) ?? '')
    expect(last).toHaveFocus()
    const label = last.labels?.[0]?.getBoundingClientRect()
    expect(label?.top).toBeGreaterThanOrEqual(0)
    expect(label?.bottom).toBeLessThanOrEqual(innerHeight)
  })
})

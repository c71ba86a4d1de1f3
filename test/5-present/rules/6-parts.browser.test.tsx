import { onlineManager } from '@tanstack/react-query'
import { act, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ProblemBoundary, ProblemInline, useApiQuery } from '../../../src/index.ts'
import { Problem, toProblem } from '../../../src/core.ts'
import en from '../../../src/locales/en.ts'
import { renderApp } from '../app.tsx'
import { button, card, countWords, faulty, live, Page, Sends, usualWindow } from './page.tsx'

/** What nobody foresaw. */
const odd = new Problem({ kind: 'http', code: 'SOMETHING_NEW', status: 500, requestId: 'req_7Qx2mB' })

beforeEach(async () => {
  await usualWindow()
  document.title = 'Casting'
})
afterEach(() => onlineManager.setOnline(true))

describe('Banner, page, card, details', () => {
  it('32. offline is told in the flow at the top, stays, covers nothing, and being back is announced once', async () => {
    renderApp(<Page />)
    const { said, stop } = countWords()
    const before = screen.getByRole('main').getBoundingClientRect().top
    await act(async () => onlineManager.setOnline(false))
    const banner = screen.getByRole('region', { name: 'Notice' })
    expect(banner).toHaveTextContent(/offline.*as soon as/)
    expect(banner.compareDocumentPosition(screen.getByRole('main')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
    expect(screen.getByRole('main').getBoundingClientRect().top).toBeGreaterThanOrEqual(
      banner.getBoundingClientRect().bottom,
    )
    await waitFor(() => expect(live('status')).toHaveTextContent(/offline/))
    await act(async () => onlineManager.setOnline(true))
    await waitFor(() => expect(said).toEqual([expect.stringMatching(/offline/), 'You’re back online.']))
    stop()
    expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull()
    expect(screen.getByRole('main').getBoundingClientRect().top).toBe(before)
  })

  it('32. a banner can be put away unless nothing works without what it tells of', async () => {
    const { client } = renderApp(<Page />)
    client.present(odd, { show: 'banner' })
    await userEvent.click(button('Close', await card()))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Notice' })).toBeNull())
  })

  it('33. a retry that waits, or runs, is not disabled: the focus stays on it', async () => {
    let refuse = (_: unknown): void => undefined
    const held = new Promise<never>((_, reject) => (refuse = reject))
    const answers = [() => faulty(), () => held]
    renderApp(<Sends send={async () => answers.shift()?.()} />)
    await userEvent.click(button('Send'))
    const retry = button('Try again', await card())
    retry.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(retry).toHaveAttribute('aria-disabled', 'true'))
    expect(retry).not.toHaveAttribute('disabled')
    expect(retry).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await act(async () => refuse(await faulty().catch((thrown: unknown) => thrown)))
    await waitFor(() => expect(retry).not.toHaveAttribute('aria-disabled'))
    expect(retry).toHaveFocus()
    expect(answers).toEqual([])
  })

  it('33. a notice that goes with the focus in it leaves it in the part of the page it stood in', async () => {
    const answer = vi.fn<() => Promise<string>>().mockImplementationOnce(() => faulty())
    function Points() {
      const points = useApiQuery({ queryKey: ['points'], queryFn: answer, retry: false })
      return <ProblemInline of={points} />
    }
    renderApp(
      <Page>
        <Points />
      </Page>,
    )
    answer.mockResolvedValue('12')
    await userEvent.click(within(await card()).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('34. a page has one heading, which takes the focus, a title, another try, a second way on, and no stack', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { incidents } = renderApp(
      <Page>
        <Breaks />
      </Page>,
    )
    await userEvent.click(button('Break'))
    const heading = await screen.findByRole('heading', { level: 1 })
    expect(heading).toHaveFocus()
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(document.title).toBe('Error: Casting')
    expect(screen.getByRole('link', { name: en.parts.home })).toBeVisible()
    expect(document.body.textContent).not.toMatch(/boom|\bat \w+ \(/)
    await userEvent.click(button('Try again'))
    expect(await screen.findByText('all is well')).toBeVisible()
    expect(document.title).toBe('Casting')
    expect(screen.getByRole('main')).toHaveFocus()
    await waitFor(() => expect(incidents()).toEqual([]))
  })

  it.each([
    ['allowed', 'Copied.'],
    ['refused', /Copying isn’t possible/],
  ])(
    '35. details unfold by the platform’s own means; copying that is %s is said in words; secrets are not copied',
    async (rule, said) => {
      const copied: string[] = []
      const write = vi.spyOn(navigator.clipboard, 'writeText')
      write.mockImplementation(async (text) => {
        if (rule === 'refused') throw new DOMException('no', 'NotAllowedError')
        copied.push(text)
      })
      const secret = await faulty({
        code: 'SOMETHING_NEW',
        status: 500,
        body: { password: 'hunter2', note: 'kept' },
      }).catch((thrown: unknown) => thrown)
      renderApp(<ProblemInline of={toProblem(secret)} />)
      const details = (await screen.findByText('Details')).closest('details') as HTMLDetailsElement
      expect(within(details).getByText('SOMETHING_NEW').checkVisibility()).toBe(false)
      await userEvent.click(screen.getByText('Details'))
      expect(getComputedStyle(within(details).getByText('SOMETHING_NEW')).userSelect).not.toBe('none')
      await userEvent.click(button('Copy report'))
      await waitFor(() => expect(within(details).getByRole('status')).toHaveTextContent(said))
      const report = rule === 'refused' ? details.querySelector('textarea')?.value : copied[0]
      expect(report).toContain('kept')
      expect(report).not.toContain('hunter2')
    },
  )
})

/** Breaks while it is drawn, once. */
function Breaks() {
  const [broken, setBroken] = useState(false)
  return (
    <ProblemBoundary onReset={() => setBroken(false)}>
      <button type="button" onClick={() => setBroken(true)}>
        Break
      </button>
      {broken ? <Bomb /> : <p>all is well</p>}
    </ProblemBoundary>
  )
}

function Bomb(): never {
  throw new RangeError('boom')
}

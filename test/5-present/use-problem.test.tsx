import { CancelledError, useMutation } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Problem } from '../../src/core.ts'
import { ProblemInline, useApiMutation, useProblem } from '../../src/index.ts'
import { answer, fail, renderApp } from './app.tsx'

const toasts = () => document.querySelectorAll('[data-remedy-toast]')
const inlines = () => document.querySelectorAll('[data-remedy-surface="inline"]')

/** Sends, takes what comes of it, and can be made to leave or to let go. */
function Save({ when }: { when?: (send: Promise<unknown>) => Promise<unknown> }) {
  const [problem, take] = useProblem()
  const save = useApiMutation({ mutationFn: () => fail('INTERNAL_ERROR', 500) })
  return (
    <>
      <button onClick={() => void (when?.(save.mutateAsync()) ?? save.mutateAsync()).catch(take)}>save</button>
      <button onClick={() => take(null)}>let go</button>
      <p>{problem?.code ?? 'nothing'}</p>
      <ProblemInline of={problem} onClose={() => take(null)} />
    </>
  )
}

function Page({ children }: { children: React.ReactNode }) {
  const [open, setOpen] = useState(true)
  return (
    <>
      {open ? children : null}
      <button onClick={() => setOpen(false)}>leave</button>
    </>
  )
}

describe('useProblem', () => {
  it('owns what it takes while it is mounted, also in StrictMode', async () => {
    const { incidents } = renderApp(<Save />)
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'claimed', count: 1 }]))
    expect(inlines()).toHaveLength(1)
    expect(toasts()).toHaveLength(0)
  })

  it('a thrown Response is, once its body was read, the problem that it brings', async () => {
    function Plain() {
      const [problem, take] = useProblem()
      const save = useMutation({ mutationFn: () => Promise.reject(answer('INTERNAL_ERROR', 500)) })
      return <button onClick={() => void save.mutateAsync().catch(take)}>{problem?.code ?? 'save'}</button>
    }
    const { incidents } = renderApp(<Plain />)
    await userEvent.click(screen.getByText('save'))
    expect(await screen.findByText('INTERNAL_ERROR')).toBeInTheDocument()
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'claimed', count: 1 }]))
  })

  it('takes nothing after it has left: the failure goes on to a toast', async () => {
    let open: () => void = () => {}
    const gate = new Promise<void>((resolve) => (open = resolve))
    const { incidents } = renderApp(
      <Page>
        <Save when={(send) => send.catch(async (thrown: unknown) => gate.then(() => Promise.reject(thrown)))} />
      </Page>,
    )
    await userEvent.click(screen.getByText('save'))
    await userEvent.click(screen.getByText('leave'))
    open()
    await waitFor(() => expect(incidents()[0]?.shown).toBe('toast'))
  })

  it('gives back what it has taken when it leaves before that could be read', async () => {
    const { incidents } = renderApp(
      <Page>
        <Save />
      </Page>,
    )
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    await userEvent.click(screen.getByText('leave'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('toast'))
  })

  it('holds the latest it took, and nothing of what it took before', async () => {
    const { incidents } = renderApp(<Save />)
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(incidents()).toMatchObject([{ shown: 'claimed', count: 1 }]))
    expect(inlines()).toHaveLength(1)
  })

  it('that its user closes is read: nobody shows it again', async () => {
    const shown = new Set<string>()
    const { incidents, client } = renderApp(<Save />)
    client.store.subscribe(({ incidents: all }) => {
      for (const { problem, shown: where } of all) shown.add(`${problem.code} ${where}`)
    })
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(incidents()[0]?.shown).toBe('claimed'))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(inlines()).toHaveLength(0)
    expect(incidents()).toEqual([])
    expect(screen.getByText('nothing')).toBeInTheDocument()
    client.present(new Problem({ kind: 'http', code: 'SENTINEL', status: 500 }))
    await waitFor(() => expect(shown).toContain('SENTINEL toast'))
    expect(shown).not.toContain('INTERNAL_ERROR toast')
  })

  it.each([
    ['an abort', new DOMException('aborted', 'AbortError')],
    ['a cancelled fetch', new CancelledError()],
    ['nothing', null],
  ])('takes no notice of %s', async (_, thrown) => {
    const seen = vi.fn()
    function Odd() {
      const [problem, take] = useProblem()
      seen(problem)
      return <button onClick={() => take(thrown)}>take</button>
    }
    renderApp(<Odd />)
    await userEvent.click(screen.getByText('take'))
    expect(seen.mock.calls.flat()).not.toContainEqual(expect.anything())
  })
})

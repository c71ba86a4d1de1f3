import { act, render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import { Problem } from '../../src/core.ts'
import { createRemedyClient, ErrorProvider, useCooldown } from '../../src/index.ts'
import { spies } from './app.tsx'

function Wait() {
  const { active, remaining } = useCooldown('AUTH_TOO_MANY_REQUESTS')
  return <p data-testid="wait">{active ? Math.ceil(remaining / 1000) : 'free'}</p>
}

const left = () => screen.getByTestId('wait').textContent

/** A limit of half a minute, on screen. */
async function limited() {
  const client = createRemedyClient({ contracts: [divination] })
  render(
    <ErrorProvider contracts={[divination]} client={client} actions={spies()}>
      <Wait />
    </ErrorProvider>,
  )
  const said: string[] = []
  const nodes = [screen.getByRole('status'), screen.getByRole('alert')]
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const { textContent } of addedNodes)
        if (textContent !== null && textContent.trim() !== '') said.push(textContent)
  })
  for (const node of nodes) observer.observe(node, { childList: true, subtree: true })
  onTestFinished(() => observer.disconnect())
  await act(async () => {
    client.present(
      new Problem({
        kind: 'http',
        code: 'AUTH_TOO_MANY_REQUESTS',
        status: 429,
        contract: 'divination',
        retryAfter: 30_000,
        request: { method: 'GET', url: 'http://localhost/api/code' },
      }),
    )
    await vi.advanceTimersByTimeAsync(2000)
  })
  return { said }
}

beforeEach(() => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
})

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

describe('a countdown', () => {
  it('is spoken at its start and at zero, and not in between', async () => {
    const { said } = await limited()
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('30 seconds')
    await pass(27_000)
    expect(said).toHaveLength(1)
    await pass(3000)
    expect(said).toHaveLength(2)
    expect(said[1]).toContain('You can try again now.')
  })

  it('is over in time on a clock that was set back, and shows no more than there was', async () => {
    await limited()
    vi.setSystemTime(Date.now() - 3_600_000)
    await pass(1000)
    expect(Number(left())).toBeLessThanOrEqual(30)
    await pass(28_000)
    expect(left()).toBe('free')
  })

  it('is over as soon as somebody looks, when the laptop has slept', async () => {
    await limited()
    vi.setSystemTime(Date.now() + 60_000)
    await act(async () => document.dispatchEvent(new Event('visibilitychange')))
    expect(left()).toBe('free')
  })
})

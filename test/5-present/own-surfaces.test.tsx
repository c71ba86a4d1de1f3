import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  createRemedyClient,
  ErrorProvider,
  ProblemToaster,
  type IncidentProps,
  type RemedyClient,
  type Surfaces,
} from '../../src/index.ts'
import type { ReactNode } from 'react'

const region = '[data-remedy-region]'

describe('a surface that the app gives', () => {
  it('stands in place of the card', async () => {
    const client = renderWith({ toast: MyToast })
    await act(async () => void client.present(new Error('boom')))
    expect(await screen.findByText('mine: UNKNOWN')).toBeDefined()
    expect(document.querySelectorAll(region)).toHaveLength(1)
  })

  it('that is null is not there: none of the four', () => {
    renderWith({ toast: null, dialog: null, banner: null, announcer: null })
    expect(document.querySelector('[data-remedy-layer], [data-remedy-banners], dialog, [aria-live]')).toBeNull()
  })

  it('that is null leaves its place to one with other settings', async () => {
    const client = renderWith({ toast: null }, <ProblemToaster position="top-center" />)
    await act(async () => void client.present(new Error('boom')))
    expect(await screen.findByRole('region', { name: /F6/ })).toBeDefined()
    expect([...document.querySelectorAll(region)].map((each) => each.getAttribute('data-remedy-region'))).toEqual([
      'top-center',
    ])
  })
})

function MyToast({ incident }: IncidentProps): ReactNode {
  return <p>mine: {incident.problem.code}</p>
}

function renderWith(surfaces: Surfaces, children?: ReactNode): RemedyClient {
  const client = createRemedyClient({ contracts: [] })
  render(
    <ErrorProvider contracts={[]} client={client} surfaces={surfaces}>
      {children}
    </ErrorProvider>,
  )
  return client
}

import { act, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ProblemToaster } from '../../../src/index.ts'
import { createStage, incidentOf } from '../surfaces/stage.tsx'
import { Page } from './page.tsx'

/** Told of in passing: goes by itself. */
export const note = incidentOf('NOTE', { id: 'note', shown: 'toast', offer: [], remedy: { severity: 'info' } })
export const toast = incidentOf('AUTH_SERVICE_UNAVAILABLE', { id: 'toast', shown: 'toast', offer: ['retry'] })
export const asking = { ...note, id: 'asking', offer: ['retry'] }
export const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...toast, id: `toast ${index}` }))

/** Toasts by themselves, whose buttons are only noted. */
export function stage(toaster: ReactNode = <ProblemToaster />) {
  const made = createStage()
  const view = render(<Page>{toaster}</Page>, { wrapper: made.Stage })
  return { ...made, view, show: (...incidents: (typeof toast)[]) => act(async () => made.show(...incidents)) }
}

export const cards = (): HTMLElement[] => screen.queryAllByRole('article')
export const region = (): HTMLElement => screen.getByRole('region', { name: /Notifications/ })

import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ProblemToaster } from '../../../src/index.ts'
import { button, usualWindow } from './page.tsx'
import { cards, numbered, region, stage, toast } from './toasts.tsx'

beforeEach(usualWindow)

describe('Toasts and the focus', () => {
  it('11. a hotkey, told by the name of the region, leads to the toasts and back; it can be another or none', async () => {
    const { show } = stage()
    await show(toast)
    button('Behind').focus()
    await userEvent.keyboard('{F6}')
    expect(region()).toHaveFocus()
    expect(region()).toHaveAccessibleName(/F6/)
    await userEvent.keyboard('{F6}')
    expect(button('Behind')).toHaveFocus()
  })

  it.each([
    ['Alt+T', '{Alt>}t{/Alt}', true],
    [null, '{F6}', false],
    ['t', 't', false],
  ] as const)('11. with %s as hotkey', async (hotkey, keys, leads) => {
    const { show } = stage(<ProblemToaster hotkey={hotkey} />)
    await show(toast)
    button('Behind').focus()
    await userEvent.keyboard(keys)
    expect(region().contains(document.activeElement)).toBe(leads)
    expect(region()).toHaveAccessibleName(leads ? `Notifications (${hotkey})` : 'Notifications')
  })

  it('11. where there are the toasts of several providers, the key leads from one to the next, then back', async () => {
    for (const { show } of [stage(), stage()]) await show(toast)
    const regions = screen.getAllByRole('region', { name: /F6/ })
    screen.getAllByRole('button', { name: 'Behind' })[0]?.focus()
    for (const where of [...regions, screen.getAllByRole('button', { name: 'Behind' })[0]]) {
      await userEvent.keyboard('{F6}')
      expect(where).toHaveFocus()
    }
  })

  it('12. a toast never takes the focus when it comes', async () => {
    const { show } = stage()
    button('Behind').focus()
    for (let count = 1; count < 4; count += 1) await show(...numbered(count))
    expect(button('Behind')).toHaveFocus()
  })

  it('13. closing a toast that has the focus hands it to the next one, then back to where the user came from', async () => {
    const { show } = stage()
    await show(...numbered(2))
    button('Behind').focus()
    await userEvent.keyboard('{F6}{Tab}')
    const [first, second] = cards()
    expect(first).toContainElement(document.activeElement as HTMLElement)
    await userEvent.click(button('Close', first))
    expect(second).toContainElement(document.activeElement as HTMLElement)
    await userEvent.keyboard('{Escape}')
    expect(cards()).toHaveLength(0)
    expect(button('Behind')).toHaveFocus()
  })

  it('13. where the user came from is gone: the main part of the page takes it, not the body', async () => {
    const { show } = stage()
    await show(toast)
    button('Behind').focus()
    await userEvent.keyboard('{F6}{Tab}')
    button('Behind').remove()
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('13. somebody who came from nowhere is led to the main part of the page, and the key leads back there, too', async () => {
    const { show } = stage()
    await show(...numbered(1))
    await userEvent.keyboard('{F6}{F6}')
    expect(screen.getByRole('main')).toHaveFocus()
    screen.getByRole('main').blur()
    await userEvent.click(button('Close'))
    expect(cards()).toHaveLength(0)
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('14. Escape in a toast closes that toast only, and nobody else hears it', async () => {
    const { show, dismissed } = stage()
    const heard = vi.fn<(event: KeyboardEvent) => void>()
    document.addEventListener('keydown', heard, true)
    await show(...numbered(2))
    button('Close', cards()[1]).focus()
    await userEvent.keyboard('{Escape}')
    document.removeEventListener('keydown', heard, true)
    expect(dismissed).toEqual(['toast 1'])
    expect(heard).not.toHaveBeenCalled()
  })

  it('15. a press or the focus in a toast is not heard where hosts listen for what lies outside of them', async () => {
    const { show, pressed } = stage()
    const heard: string[] = []
    const listen = (event: Event): void => void heard.push(event.type)
    const types = ['pointerdown', 'mousedown', 'touchstart', 'focusin'] as const
    await show(toast)
    for (const type of [...types, 'click']) document.addEventListener(type, listen)
    await userEvent.click(button('Try again'))
    for (const type of [...types, 'click']) document.removeEventListener(type, listen)
    expect(pressed).toEqual(['toast retry'])
    expect(heard).toEqual(['click'])
  })

  it.each(['before', 'after'])(
    '18. a toast never lies over the whole of the control that has the focus: focused %s it comes',
    async (when) => {
      const { show } = stage(
        <>
          <button type="button" className="corner">
            Corner
          </button>
          <ProblemToaster />
        </>,
      )
      const corner = button('Corner')
      Object.assign(corner.style, { position: 'fixed', insetBlockEnd: '40px', insetInlineEnd: '60px' })
      if (when === 'before') corner.focus()
      await show(toast)
      await Promise.all(document.getAnimations().map(({ finished }) => finished))
      await new Promise(requestAnimationFrame)
      await act(async () => corner.focus())
      const { left, right, top, bottom } = corner.getBoundingClientRect()
      const points = [left + 1, right - 1].flatMap((x) => [top + 1, bottom - 1].map((y) => [x, y] as const))
      expect(points.map(([x, y]) => document.elementFromPoint(x, y))).toContain(corner)
    },
  )
})

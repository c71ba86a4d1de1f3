import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import ar from '../../../src/locales/ar.ts'
import de from '../../../src/locales/de.ts'
import { wordsIn } from '../surfaces/stage.tsx'
import { violations } from './axe.ts'
import { ours, showAll } from './every-surface.tsx'
import { emulate, kitDialog, usualWindow } from './page.tsx'

const root = document.documentElement

beforeEach(async () => {
  await usualWindow()
  document.title = 'Casting'
  root.lang = 'en'
  await emulate({ 'prefers-reduced-motion': 'reduce' })
})
afterEach(async () => {
  await emulate()
  for (const name of ['data-theme', 'style', 'dir']) root.removeAttribute(name)
})

describe('Look', () => {
  it.each(['light', 'dark'])('36. every surface keeps the contrast that WCAG asks for: %s', async (theme) => {
    root.dataset['theme'] = theme
    root.style.background = theme === 'light' ? '#fff' : '#101114'
    root.style.colorScheme = theme
    const { view } = await showAll()
    expect(await violations()).toEqual([])
    for (const icon of ours('[data-remedy-icon]'))
      expect(contrast(getComputedStyle(icon).color, paper(icon))).toBeGreaterThanOrEqual(3)
    const ring = getComputedStyle(root).getPropertyValue('--remedy-ring').trim()
    expect(contrast(ring, paper(document.querySelector('[data-remedy-card]') as Element))).toBeGreaterThanOrEqual(3)
    view.unmount()
    await showAll({ withDialog: true })
    expect(await violations(kitDialog() ?? undefined)).toEqual([])
  })

  it('36. no two severities look alike without colour, and each is said in words', async () => {
    await showAll()
    const shapes = ours('[data-remedy-surface="toast"] [data-remedy-icon] path').map((path) => path.getAttribute('d'))
    expect(new Set(shapes).size).toBe(4)
    for (const toast of document.querySelectorAll('[data-remedy-surface="toast"]'))
      expect(toast.textContent).toMatch(/^(Note|Warning|Error):/)
  })

  it('36. in forced colors whatever has an edge has a real border, and a waiting button is told by more than its colour', async () => {
    await emulate({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' })
    await showAll({ withDialog: true })
    const edged = [
      ...document.querySelectorAll<HTMLElement>('[data-remedy-card], [data-remedy-dialog]'),
      ...ours('button'),
    ]
    expect(edged.length).toBeGreaterThan(10)
    for (const element of edged.filter((each) => each.checkVisibility())) {
      const { borderBlockEndStyle, borderBlockEndWidth } = getComputedStyle(element)
      expect([element.outerHTML, borderBlockEndStyle]).toEqual([element.outerHTML, 'solid'])
      expect(Number.parseFloat(borderBlockEndWidth)).toBeGreaterThan(0)
    }
  })

  it.each([
    ['320 px', 320, '100%'],
    ['200 % text', 640, '200%'],
    ['both', 320, '200%'],
  ])('37. %s: nothing is cut off, nothing scrolls sideways, every target is 24 px', async (_, width, fontSize) => {
    await page.viewport(width, 640)
    root.style.fontSize = fontSize
    await showAll({ words: wordsIn('de', de), withDialog: true })
    expect(root.scrollWidth).toBeLessThanOrEqual(width)
    const dialog = kitDialog()
    for (const element of ours(':is(button, a, summary, p, h1, h2, dd, textarea)')) {
      const { left, right } = element.getBoundingClientRect()
      expect([element.outerHTML, left >= 0, right <= width]).toEqual([element.outerHTML, true, true])
      expect([element.outerHTML, element.scrollWidth <= element.clientWidth + 1 || inline(element)]).toEqual([
        element.outerHTML,
        true,
      ])
    }
    for (const target of ours(':is(button, summary, a[data-remedy-action])')) {
      const { width: wide, height } = target.getBoundingClientRect()
      expect([target.outerHTML, Math.min(wide, height) >= 24]).toEqual([target.outerHTML, true])
    }
    expect(dialog?.scrollWidth).toBe(dialog?.clientWidth)
  })

  it('37. right to left everything is mirrored', async () => {
    root.dir = 'rtl'
    await showAll({ words: wordsIn('ar', ar) })
    const toast = document.querySelector('[data-remedy-surface="toast"]') as HTMLElement
    const { left, right } = toast.getBoundingClientRect()
    const middle = (left + right) / 2
    expect(left).toBeLessThan(40)
    expect(toast.querySelector('[data-remedy-close]')?.getBoundingClientRect().right).toBeLessThan(middle)
    expect(toast.querySelector('[data-remedy-icon]')?.getBoundingClientRect().left).toBeGreaterThan(middle)
    expect(await violations()).toEqual([])
  })

  it('37. words of the other direction end where they end, on the side of the card', () => {
    const card = document.createElement('article')
    card.dir = 'rtl'
    card.dataset['remedySurface'] = 'inline'
    card.innerHTML =
      '<div data-remedy-title="" dir="ltr">Sold out.</div><div data-remedy-message="" dir="auto">Someone was faster.</div>'
    document.body.append(card)
    for (const { firstChild: text, textContent } of card.children) {
      const last = boxOf(text as Text, textContent.length - 1)
      expect(last.left).toBeGreaterThan(boxOf(text as Text, textContent.length - 2).left)
      expect(card.getBoundingClientRect().right - last.right).toBeLessThan(card.getBoundingClientRect().width / 4)
    }
    card.remove()
  })

  it('37. with reduced motion nothing moves, neither when it comes nor while it waits nor when it goes', async () => {
    const { show } = await showAll({ withDialog: true })
    expect(document.getAnimations()).toEqual([])
    show()
    expect(document.getAnimations()).toEqual([])
    await waitFor(() => expect(kitDialog()).toBeNull())
  })
})

function inline(element: Element): boolean {
  return getComputedStyle(element).display === 'inline'
}

/** The colour that an element lies on: of itself, or of what is behind. */
function paper(element: Element): string {
  const { backgroundColor } = getComputedStyle(element)
  const behind = element.parentElement
  if (behind === null || alpha(backgroundColor) === 1) return backgroundColor
  return over(backgroundColor, paper(behind))
}

type Rgba = readonly [number, number, number, number]

function read(color: string): Rgba {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {
    willReadFrequently: true,
  }) as OffscreenCanvasRenderingContext2D
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, opaque = 0] = canvas.getImageData(0, 0, 1, 1).data
  return [red, green, blue, opaque / 255]
}

const alpha = (color: string): number => read(color)[3]

function over(color: string, below: string): string {
  const [top, under] = [read(color), read(below)]
  const mixed = [0, 1, 2].map((at) => (top[at] ?? 0) * top[3] + (under[at] ?? 0) * (1 - top[3]))
  return `rgb(${mixed.join(' ')})`
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [one, other].map(luminance).toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = read(color)
    .slice(0, 3)
    .map((part) => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function boxOf(text: Text, at: number): DOMRect {
  const range = document.createRange()
  range.setStart(text, at)
  range.setEnd(text, at + 1)
  return range.getBoundingClientRect()
}

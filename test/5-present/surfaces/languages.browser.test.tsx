import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { InlineNotice } from '../../../src/5-present/surfaces/inline.tsx'
import ar from '../../../src/locales/ar.ts'
import { violations } from '../rules/axe.ts'
import { showAll } from '../rules/every-surface.tsx'
import { emulate, kitDialog, usualWindow } from '../rules/page.tsx'
import { languagesIn, strays } from './in-its-language.ts'
import { arabicWords, createStage, incidentOf, wordsIn } from './stage.tsx'

const root = document.documentElement

beforeEach(async () => {
  await usualWindow()
  await emulate({ 'prefers-reduced-motion': 'reduce' })
  Object.assign(root, { lang: 'ar', dir: 'rtl' })
})
afterEach(async () => {
  await emulate()
  for (const name of ['dir', 'data-theme', 'style']) root.removeAttribute(name)
  root.lang = 'en'
})

it.each(['light', 'dark'])('an Arabic page whose contract speaks English alone is whole, %s', async (theme) => {
  root.dataset['theme'] = theme
  root.style.background = theme === 'light' ? '#fff' : '#101114'
  root.style.colorScheme = theme
  const { view } = await showAll({ words: arabicWords() })
  expect(strays()).toEqual([])
  expect(languagesIn()).toEqual(['ar', 'en'])
  expect(await violations()).toEqual([])
  view.unmount()
  await showAll({ words: arabicWords(), withDialog: true })
  expect(strays()).toEqual([])
  expect(await violations(kitDialog() ?? undefined)).toEqual([])
})

it('English words read from left to right, on the right side of their card', async () => {
  await showAll({ words: arabicWords() })
  const card = document.querySelector('[data-remedy-surface="toast"]') as HTMLElement
  for (const name of ['title', 'message']) {
    const words = card.querySelector(`[data-remedy-${name}]`)?.firstChild as Text
    const line = words.parentElement?.closest('div')?.getBoundingClientRect()
    const range = document.createRange()
    range.selectNodeContents(words)
    // The full stop too.
    expect(leftOf(words, words.length - 1)).toBeGreaterThan(leftOf(words, words.length - 2))
    expect(range.getBoundingClientRect().right).toBeCloseTo(line?.right ?? 0, 0)
  }
})

it('Arabic words that begin in Latin letters begin on the right all the same', () => {
  const text = { title: 'XML غير متاح', message: 'XML غير متاح' }
  const { Stage } = createStage({ words: wordsIn('ar', { ...ar, statuses: { ...ar.statuses, 500: text } }) })
  const { container } = render(<InlineNotice incident={incidentOf('SOMETHING_NEW')} />, { wrapper: Stage })
  for (const name of ['title', 'message']) {
    const words = container.querySelector(`[data-remedy-${name}]`)?.firstChild as Text
    expect(leftOf(words, 0)).toBeGreaterThan(leftOf(words, words.length - 1))
  }
})

it('the words of a server, whose language nobody knows, break no rule', async () => {
  const { Stage } = createStage({ words: arabicWords() })
  const said = { problem: { detail: 'Ihr Guthaben reicht nicht.' }, remedy: { text: 'server' as const } }
  const { container } = render(<InlineNotice incident={incidentOf('SOMETHING_NEW', said)} />, { wrapper: Stage })
  expect(container.querySelector('[lang=""][dir="auto"]')).toHaveTextContent('Ihr Guthaben reicht nicht.')
  expect(await violations()).toEqual([])
})

function leftOf(text: Text, at: number): number {
  return boxOf(text, at).left
}

function boxOf(text: Text, at: number): DOMRect {
  const range = document.createRange()
  range.setStart(text, at)
  range.setEnd(text, at + 1)
  return range.getBoundingClientRect()
}

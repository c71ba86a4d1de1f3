import { expect, test as base, type Page } from '@playwright/test'
import { startDemo, type RunningDemo } from '../../examples/serve.ts'

export { expect } from '@playwright/test'

/** What a test says beforehand about the console; a word that it did not name fails it. */
export interface ConsoleWords {
  expectWord(pattern: RegExp): void
}

/** Playwright's `test`, with the built demo and a server whose state no other worker shares. */
export const test = base.extend<{ consoleWords: ConsoleWords }, { demo: RunningDemo }>({
  demo: [
    async ({}, provide) => {
      const demo = await startDemo()
      await provide(demo)
      await demo.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ demo }, provide) => provide(demo.url),
  consoleWords: [
    async ({ page }, provide) => {
      const expected: RegExp[] = []
      const heard = listen(page)
      await provide({ expectWord: (pattern) => void expected.push(pattern) })
      const surprises = heard.filter((words) => !expected.some((pattern) => pattern.test(words)))
      expect(surprises, 'the console said something that the test does not expect').toEqual([])
    },
    { auto: true },
  ],
})

// The browser itself writes a line for each failed response; those are what the demo is about.
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('pageerror', (error) => heard.push(`${error.name}: ${error.message}`))
  page.on('console', (message) => {
    const loud = message.type() === 'error' || message.type() === 'warning'
    if (loud && !message.text().startsWith('Failed to load resource')) heard.push(message.text())
  })
  return heard
}

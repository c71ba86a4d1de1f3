import type { Page } from 'playwright'

/** What nobody should see: errors that nobody caught, and words on the console that are not the browser's own. */
export function listen(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    const isOfBrowser = /^(Failed to load resource|Access to fetch at|Unsafe attempt to load URL)/.test(text)
    if (['error', 'warning'].includes(message.type()) && !isOfBrowser) complaints.push(text)
  })
  return complaints
}

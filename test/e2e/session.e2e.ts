import type { BrowserContext, Page } from '@playwright/test'
import { createActor } from './actor.ts'
import { expect, test } from './fixtures.ts'

const refresh = 'POST /api/auth/refresh'
const points = 'GET /api/points'
const dialog = '[data-remedy-sign-in]'
const emailOf = (name: string) => `${name}@example.com`

/** Opens a page of somebody who is signed in, and as many further tabs of the same browser. */
async function openTabs(page: Page, name: string, count = 1, path = '/'): Promise<readonly Page[]> {
  await createActor(page, name).open({ route: '', as: 'member', page: path, steps: [], hint: '' })
  const others = await Promise.all(Array.from({ length: count - 1 }, () => page.context().newPage()))
  for (const other of others) await other.goto(path, { waitUntil: 'networkidle' })
  const tabs = [page, ...others]
  for (const tab of tabs) await expect(tab.locator('#points')).toBeVisible()
  await page.request.delete('/__log')
  return tabs
}

const spoil = (page: Page, which: 'access' | 'refresh' | 'idle' | 'old') =>
  page.request.post('/__tokens', { data: { which } })

interface Entry {
  readonly route: string
  readonly status: number
}

async function answersOf(page: Page, route: string): Promise<readonly number[]> {
  const { requests } = (await (await page.request.get('/__log')).json()) as { requests: readonly Entry[] }
  return requests.filter((entry) => entry.route === route).map(({ status }) => status)
}

const count = (all: readonly number[], status: number) => all.filter((each) => each === status).length

// Without waiting for the answers: all tabs in one go.
const askSeven = (tab: Page) => tab.evaluate(() => document.querySelector<HTMLElement>('#bench-ask')?.click())

async function openBench(tabs: readonly Page[]): Promise<void> {
  for (const tab of tabs) {
    if (!(await tab.locator('#bench-ask').isVisible())) await tab.locator('#bench-toggle').click()
    await expect(tab.locator('#bench-ask')).toBeVisible()
  }
}

/** Holds every refresh back until what this returns is called. */
async function holdRefresh(context: BrowserContext): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await context.route('**/api/auth/refresh', async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

async function signInAgain(page: Page, name: string, within = ''): Promise<void> {
  await page.locator(`${within} [name=email]`).fill(emailOf(name))
  await page.locator(`${within} #send-code`).click()
  const code = await page.locator(`${within} #mailbox-code`).textContent()
  await page.locator(`${within} [name=otp]`).fill(code ?? '')
  await page.locator(`${within} #verify`).click()
}

test('21 requests of 3 tabs are refused at once: one refresh, and all are answered', async ({ page }) => {
  const tabs = await openTabs(page, 'storm', 3)
  await openBench(tabs)
  await page.request.delete('/__log')
  await spoil(page, 'access')
  const letGo = await holdRefresh(page.context())
  await Promise.all(tabs.map(askSeven))
  await expect.poll(async () => count(await answersOf(page, points), 401)).toBeGreaterThanOrEqual(21)
  letGo()
  for (const tab of tabs) await expect(tab.locator('.bench [role=status]')).toContainText('7 answered')
  expect(await answersOf(page, refresh)).toEqual([200])
  expect(count(await answersOf(page, points), 200)).toBe(21)
})

test('tabs whose credentials run out one after the other refresh once, too', async ({ page }) => {
  const tabs = await openTabs(page, 'one-by-one', 3)
  await openBench(tabs)
  await page.request.delete('/__log')
  await spoil(page, 'access')
  for (const tab of tabs) {
    await askSeven(tab)
    await expect(tab.locator('.bench [role=status]')).toContainText('7 answered')
  }
  expect(await answersOf(page, refresh)).toEqual([200])
})

test.describe('during a refresh', () => {
  const failures = {
    'a network cut': (page: Page) => page.context().route('**/api/auth/refresh', (route) => route.abort()),
    'a 500': (page: Page) => createActor(page, '').arm({ route: refresh, code: 'INTERNAL_ERROR', times: 20 }),
    'a 429': (page: Page) => createActor(page, '').arm({ route: refresh, code: 'AUTH_TOO_MANY_REQUESTS', times: 20 }),
  }
  for (const [what, fail] of Object.entries(failures))
    test(`${what} keeps the user in, in every tab`, async ({ page }) => {
      const tabs = await openTabs(page, what.replaceAll(' ', '-'), 2, '/notes')
      await spoil(page, 'access')
      await fail(page)
      await page.locator('.mark-read').first().click()
      await expect(page.locator('[data-remedy-surface]').first()).toBeVisible({ timeout: 15_000 })
      for (const tab of tabs) {
        await expect(tab).toHaveURL(/\/notes$/)
        await expect(tab.locator('#sign-out')).toBeVisible()
        await expect(tab.locator(dialog)).toHaveCount(0)
      }
      await page.context().unroute('**/api/auth/refresh')
      await page.request.delete('/__faults')
      await page.reload()
      await expect(page.locator('.mark-read').first()).toBeVisible()
      await expect(page.locator('[name=email]')).toHaveCount(0)
    })
})

test.describe('the end', () => {
  test('comes to every tab within a second, and leaves nothing of the user there', async ({ page }) => {
    const tabs = await openTabs(page, 'ending', 3)
    await page.locator('[name=question]').fill('Do they know?')
    const [, second = page, third = page] = tabs
    await second.goto('/readings')
    await expect(second.locator('main a').first()).toBeVisible()
    await third.goto('/profile')
    await expect(third.locator('[name=displayName]')).toBeVisible()
    await spoil(page, 'refresh')
    await page.locator('#throw').click()
    await page.locator('#read').click()
    await expect(page.locator('[name=email]')).toBeVisible()
    for (const tab of [second, third]) {
      await expect(tab.locator('[name=email]')).toBeVisible({ timeout: 1000 })
      await expect(tab).toHaveURL(/\/sign-in$/)
    }
    for (const tab of tabs) {
      await expect(tab.locator('[data-remedy-toast]')).toHaveCount(1)
      await expect(tab.locator('.shell')).not.toContainText(/ending|Do they know/)
      const kept = await tab.evaluate(async () => ({
        local: JSON.stringify(localStorage),
        session: JSON.stringify(sessionStorage),
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
      }))
      expect(kept).toEqual({
        local: expect.not.stringMatching(/grant|draft|ending/),
        session: '{}',
        databases: 0,
        caches: 0,
      })
    }
  })

  test('by hand comes to every tab, and the next to sign in does so in every tab', async ({ page }) => {
    const [, other = page] = await openTabs(page, 'by-hand', 2)
    await page.locator('#sign-out').click()
    await expect(other.locator('[name=email]')).toBeVisible()
    await signInAgain(page, 'somebody-else')
    for (const tab of [page, other]) await expect(tab.locator('#points')).toBeVisible()
    await other.goto('/profile')
    await expect(other.locator('main')).toContainText(emailOf('somebody-else'))
  })

  test('said by somebody who is not to be trusted ends nothing, however often', async ({ page }) => {
    const [, other = page] = await openTabs(page, 'flood', 2, '/notes')
    const loads = () => other.evaluate(() => performance.getEntriesByType('resource').length)
    const before = await loads()
    await page.evaluate(async () => {
      const channel = new BroadcastChannel('react-remedy session default')
      for (let i = 0; i < 10_000; i++)
        for (const word of ['ended', 'changed', { user: { id: 'mallory' } }, null]) channel.postMessage(word)
      // Delivered by the time that one of this page's own comes around.
      await new Promise((resolve) => {
        const echo = new BroadcastChannel('react-remedy session default')
        echo.addEventListener('message', resolve, { once: true })
        channel.postMessage('echo')
      })
    })
    await expect(other.locator('.mark-read').first()).toBeVisible()
    await other.locator('.mark-read').first().click()
    await expect(other.locator('#sign-out')).toBeVisible()
    expect(await loads()).toBeLessThan(before + 10)
    expect(await other.evaluate(() => localStorage.getItem('six-lines.grant'))).toContain(emailOf('flood'))
  })
})

test.describe('signing in again in the page', () => {
  test('over an open dialog: what reads goes on, what changes something is asked about', async ({ page }) => {
    await openTabs(page, 'again', 1, '/profile')
    await page.locator('[name=displayName]').fill('Ada again')
    await spoil(page, 'idle')
    await page.locator('#save-profile').click()
    await expect(page.locator(dialog)).toBeVisible()
    await expect(page).toHaveURL(/\/profile$/)
    expect(await answersOf(page, refresh)).toEqual([401])
    await signInAgain(page, 'again', dialog)
    await expect(page.locator('[data-remedy-sign-in="send"]')).toBeVisible()
    expect(count(await answersOf(page, 'PATCH /api/profile'), 200)).toBe(0)
    await page.locator('[data-remedy-action="send"]').click()
    await expect.poll(async () => count(await answersOf(page, 'PATCH /api/profile'), 200)).toBe(1)
    await expect(page.locator(dialog)).toHaveCount(0)
    await expect(page.locator('[name=displayName]')).toHaveValue('Ada again')
  })

  test('what is not to be sent any more is not, and nothing fails aloud', async ({ page }) => {
    await openTabs(page, 'not-now', 1, '/profile')
    await page.locator('[name=displayName]').fill('Ada again')
    await spoil(page, 'idle')
    await page.locator('#save-profile').click()
    await signInAgain(page, 'not-now', dialog)
    await page.locator('[data-remedy-action="discard"]').click()
    await expect(page.locator(dialog)).toHaveCount(0)
    await expect(page.locator('[data-remedy-surface]')).toHaveCount(0)
    expect(count(await answersOf(page, 'PATCH /api/profile'), 200)).toBe(0)
    await page.locator('#save-profile').click()
    await expect.poll(async () => count(await answersOf(page, 'PATCH /api/profile'), 200)).toBe(1)
  })

  test('a modal of the page that is open stays open under it, and the tab beside goes on as well', async ({ page }) => {
    const [, other = page] = await openTabs(page, 'modal', 2)
    await page.locator('#points').click()
    const host = page.locator('dialog.modal[open]')
    await expect(host).toBeVisible()
    await spoil(page, 'idle')
    await page.locator('#pack-small').click()
    await expect(page.locator(dialog)).toBeVisible()
    await expect(host).toBeVisible()
    await openBench([other])
    await askSeven(other)
    await expect(other.locator(dialog)).toBeVisible()
    await signInAgain(page, 'modal', dialog)
    await page.locator('[data-remedy-action="send"]').click()
    await expect(page.locator(dialog)).toHaveCount(0)
    await expect(page.locator('#points')).toContainText('100')
    await expect(other.locator(dialog)).toHaveCount(0)
    await expect(other.locator('.bench [role=status]')).toContainText('7 answered')
  })

  test('as somebody else drops it all', async ({ page }) => {
    await openTabs(page, 'first', 1, '/profile')
    await page.locator('[name=displayName]').fill('The first')
    await spoil(page, 'idle')
    await page.locator('#save-profile').click()
    await signInAgain(page, 'second', dialog)
    await expect(page.locator(dialog)).toHaveCount(0)
    await expect(page.locator('main')).toContainText(emailOf('second'))
    await expect(page.locator('.shell')).not.toContainText(/first/i)
    expect(count(await answersOf(page, 'PATCH /api/profile'), 200)).toBe(0)
    expect(await page.evaluate(() => localStorage.getItem('six-lines.grant'))).toContain(emailOf('second'))
  })

  test('put away, what waited fails with its problem, and its button opens it again', async ({ page }) => {
    await openTabs(page, 'later', 1, '/profile')
    await page.locator('[name=displayName]').fill('Later')
    await spoil(page, 'idle')
    await page.locator('#save-profile').click()
    await expect(page.locator(dialog)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.locator(dialog)).toHaveCount(0)
    await expect(page.locator('[name=displayName]')).toHaveValue('Later')
    await page.locator('[data-remedy-toast] [data-remedy-action="login"]').click()
    await signInAgain(page, 'later', dialog)
    await expect(page.locator(dialog)).toHaveCount(0)
    await page.locator('#save-profile').click()
    await expect.poll(async () => count(await answersOf(page, 'PATCH /api/profile'), 200)).toBe(1)
  })

  test('a sign-in that is too old is renewed, never ended, and what was asked for is done', async ({ page }) => {
    await openTabs(page, 'too-old', 1, '/profile')
    await spoil(page, 'old')
    await page.locator('#delete-account').click()
    await page.locator('#confirm-delete').click()
    await expect(page.locator('[data-remedy-sign-in="step-up"]')).toBeVisible()
    expect(await answersOf(page, refresh)).toEqual([])
    expect(await page.evaluate(() => localStorage.getItem('six-lines.grant'))).not.toBeNull()
    await signInAgain(page, 'too-old', dialog)
    await expect.poll(() => answersOf(page, 'DELETE /api/profile')).toEqual([401, 204])
    await expect(page).toHaveURL(/\/sign-in$/)
  })
})

test('a draft survives a reload, under the id of its user, and goes with the session', async ({ page }) => {
  await openTabs(page, 'drafting')
  await page.locator('[name=question]').fill('Half a question')
  await page.reload({ waitUntil: 'networkidle' })
  await expect(page.locator('[name=question]')).toHaveValue('Half a question')
  await spoil(page, 'idle')
  await page.locator('#points').click()
  await page.locator('#pack-small').click()
  await expect(page.locator(dialog)).toBeVisible()
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')).length)
  expect(await drafts()).toBe(1)
  await signInAgain(page, 'somebody-new', dialog)
  await expect.poll(drafts).toBe(0)
})

test('the end of a session is announced two minutes ahead, and one press puts it off', async ({ page }) => {
  await page.clock.install()
  await openTabs(page, 'expiring')
  const warning = page.locator('[data-remedy-code="SESSION_EXPIRING"]')
  await expect(warning).toHaveCount(0)
  await page.clock.fastForward('58:01')
  await page.clock.runFor(500)
  await expect(warning).toBeVisible()
  await warning.locator('[data-remedy-action="extend"]').click()
  await expect.poll(() => answersOf(page, refresh)).toEqual([200])
  await expect(warning).toHaveCount(0)
})

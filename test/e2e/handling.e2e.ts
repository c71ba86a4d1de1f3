import type { Page } from '@playwright/test'
import { triggers, type TriggerName } from '../../examples/app/routes.ts'
import type { LogEntry } from '../../examples/server/control.ts'
import { createActor, type Actor } from './actor.ts'
import { expect, test } from './fixtures.ts'

/** Opens the page of a trigger, breaks its route, and does what the trigger does. */
async function failAt(page: Page, name: TriggerName, fault: Readonly<Record<string, unknown>>): Promise<Actor> {
  const actor = createActor(page, `${name}-${String(fault['code'] ?? fault['fault'])}`)
  const trigger = triggers[name]
  await actor.open(trigger)
  await actor.arm({ route: trigger.route, times: 1, ...fault })
  if (trigger.steps.length === 0) await page.reload()
  await actor.act(trigger.steps)
  return actor
}

async function countOf(page: Page, route: string): Promise<number> {
  const { requests } = (await (await page.request.get('/__log')).json()) as { requests: readonly { route: string }[] }
  return requests.filter((request) => request.route === route).length
}

const toasts = '[data-remedy-toast]'
const isSignedIn = (page: Page) => page.evaluate(() => localStorage.getItem('six-lines.grant') !== null)

test('a rate limit holds the send button back, with a number', async ({ page }) => {
  await failAt(page, 'sendCode', { code: 'AUTH_TOO_MANY_REQUESTS', retryAfter: 3 })
  await expect(page.locator('[data-remedy-countdown]')).toContainText(/\d/)
  await expect(page.locator('#send-code')).toHaveAttribute('aria-disabled', 'true')
  await expect(page.locator('[data-remedy-action="retry"]')).toHaveCount(0)
  await expect(page.locator('#send-code')).toHaveAttribute('aria-disabled', 'false')
})

test('a rate limit without a time holds it back, with no number', async ({ page }) => {
  await failAt(page, 'sendCode', { code: 'AUTH_TOO_MANY_REQUESTS', retryAfter: null })
  await expect(page.locator('[data-remedy-countdown]')).not.toContainText(/\d/)
  await expect(page.locator('#send-code')).toHaveAttribute('aria-disabled', 'true')
})

test('a wrong code is marked at its field, and what was typed stays', async ({ page }) => {
  await failAt(page, 'verify', { code: 'AUTH_VERIFICATION_CODE_INVALID' })
  const otp = page.locator('[name=otp]')
  await expect(otp).toHaveAttribute('aria-invalid', 'true')
  await expect(otp).toHaveValue('000000')
  await expect(otp).toBeFocused()
})

test('credentials that ran out are refreshed, and nobody notices', async ({ page }) => {
  await failAt(page, 'notes', { code: 'AUTH_UNAUTHORIZED' })
  await expect(page.locator('#notes, .mark-read').first()).toBeVisible()
  await expect(page.locator('[data-remedy-surface]')).toHaveCount(0)
  expect(await isSignedIn(page)).toBe(true)
})

test('too few points: the dialog leads to the points, and the reading can go on', async ({ page }) => {
  await failAt(page, 'cast', { code: 'POINTS_INSUFFICIENT_BALANCE' })
  await page.locator('[data-remedy-action="recharge"]').click()
  await page.locator('#pack-small').click()
  await expect(page.locator('#points')).toContainText('100')
  await page.locator('#read').click()
  await expect(page).toHaveURL(/\/readings\//)
})

test('a casting that was lost is thrown again, and sent again', async ({ page }) => {
  await failAt(page, 'cast', { code: 'AGENT_DIVINATION_PAYLOAD_REQUIRED' })
  await page.locator('[data-remedy-action="restartCasting"]').click()
  await expect(page).toHaveURL(/\/readings\//)
})

test('a session that is full closes its composer and leads to a new one', async ({ page }) => {
  await failAt(page, 'followUp', { code: 'AGENT_SESSION_RUN_LIMIT_EXCEEDED' })
  await expect(page.locator('[name=follow-up]')).not.toBeEditable()
  await expect(page.locator('#ask')).toHaveCount(0)
  await page.locator('[data-remedy-action="startNewSession"]').click()
  await expect(page.locator('[name=question]')).toBeEditable()
})

test('the retry button sends a mutation again, once', async ({ page }) => {
  await failAt(page, 'recharge', { code: 'INTERNAL_ERROR' })
  const route = triggers.recharge.route
  await expect(page.locator(toasts)).toBeVisible()
  expect(await countOf(page, route)).toBe(1)
  await page.locator(`${toasts} [data-remedy-action="retry"]`).click()
  await expect(page.locator(toasts)).toHaveCount(0)
  expect(await countOf(page, route)).toBe(2)
})

test('an upload that failed leaves the portrait that was there', async ({ page }) => {
  const actor = await failAt(page, 'avatarBytes', { code: 'AVATAR_UPLOAD_FAILED' })
  await expect(page.locator(toasts)).toBeVisible()
  await page.locator(`${toasts} [data-remedy-action="retry"]`).click()
  await expect(page.locator('#avatar, .avatar img, img.avatar').first()).toBeVisible()
  const before = await page.locator('main img').first().getAttribute('src')
  await actor.arm({ route: triggers.avatarBytes.route, code: 'AVATAR_UPLOAD_FAILED', times: 1 })
  await actor.act(triggers.avatarBytes.steps)
  await expect(page.locator(toasts)).toBeVisible()
  expect(await page.locator('main img').first().getAttribute('src')).toBe(before)
})

test('a stream whose header is refused begins anew without it, once', async ({ page }) => {
  await failAt(page, 'stream', { code: 'AGENT_INVALID_LAST_EVENT_ID' })
  await expect(page.locator('.answer-text')).toHaveAttribute('data-streaming', 'false', { timeout: 20_000 })
  await expect(page.locator(toasts)).toHaveCount(0)
  expect(await countOf(page, triggers.stream.route)).toBe(2)
})

for (const outcome of ['approved', 'rejected'] as const)
  test(`a tool that waits for approval is ${outcome}`, async ({ page }) => {
    await failAt(page, 'tool', { code: 'TOOL_PENDING_APPROVAL' })
    await expect(page.locator('[data-remedy-surface="pending"]')).toBeVisible()
    await page.request.post('/__approvals', { data: { outcome } })
    if (outcome === 'approved') await expect(page.locator('#opinion')).toBeVisible()
    else await expect(page.locator('[data-remedy-code="TOOL_REJECTED"]')).toBeVisible()
    await expect(page.locator('[data-remedy-surface="pending"]')).toHaveCount(0)
  })

for (const fault of ['drop', 'html-502', 'truncate'])
  test(`${fault} on the wire is told in words of ours`, async ({ page }) => {
    // Without a key, so that it goes out once; more faults than that, because a browser may send again what was lost.
    await failAt(page, 'saveProfile', { fault, times: 4 })
    const toast = page.locator(toasts)
    await expect(toast).toBeVisible()
    await expect(toast).not.toContainText(/[<>{}]|nginx|gateway/i)
    await expect(toast.locator('[data-remedy-action="retry"]')).toBeVisible()
  })

test('a server that never answers is told after half a minute, and the user may try again', async ({ page }) => {
  await page.clock.install()
  await failAt(page, 'saveProfile', { fault: 'hang', times: 1 })
  const toast = page.locator(toasts)
  await expect(page.locator('#save-profile')).toHaveAttribute('aria-disabled', 'true')
  await page.clock.fastForward(29_000)
  await expect(toast).toHaveCount(0)
  await page.clock.fastForward(2000)
  await expect(toast.locator('[data-remedy-code="TIMEOUT"]')).toBeVisible()
  await toast.locator('[data-remedy-action="retry"]').click()
  await expect(toast).toHaveCount(0)
  expect(await countOf(page, triggers.saveProfile.route)).toBe(2)
})

test('what is sent under a key and never answered goes out once more under it, and nobody notices', async ({
  page,
}) => {
  await page.clock.install()
  await failAt(page, 'recharge', { fault: 'hang', times: 1 })
  await expect(page.locator('#pack-small')).toHaveAttribute('aria-disabled', 'true')
  await page.clock.fastForward(31_000)
  await page.clock.fastForward(5000)
  await expect(page.locator('#points')).toContainText('100')
  await expect(page.locator(toasts)).toHaveCount(0)
  const { requests } = (await (await page.request.get('/__log')).json()) as { requests: readonly LogEntry[] }
  const keys = requests.filter(({ route }) => route === triggers.recharge.route).map((entry) => entry.idempotencyKey)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

import { divination } from '../../src/contracts/divination/index.ts'
import en from '../../src/locales/en.ts'
import { creatoria } from '../../stories/backends/creatoria.ts'
import { qoder } from '../../stories/backends/qoder.ts'
import { resq } from '../../stories/backends/resq.ts'
import { expect, test } from './fixtures.ts'
import { answerOf, answersOf, forgetLog, press, surfaces, visit } from './lab.ts'

test.describe('resq', () => {
  test('a token that ran out: the login flow once, then the request once more, and nobody notices', async ({
    page,
  }) => {
    await visit(page, '/lab/resq')
    await page.request.post('/__tokens', { data: { which: 'access' } })
    await forgetLog(page)
    await page.locator('#send-telemetry').click()
    await expect(answerOf(page, '#send-telemetry')).toHaveText('Answered')
    expect(await answersOf(page, 'POST /resq/coordination/telemetry')).toEqual([401, 202])
    expect(await answersOf(page, 'POST /api/auth/refresh')).toEqual([200])
    await expect(page.locator(surfaces)).toHaveCount(0)
  })

  test('approving is up to an authorized human, and is never tried again', async ({ page }) => {
    await visit(page, '/lab/resq')
    await forgetLog(page)
    await page.locator('#approve-m-17').click()
    const toast = page.locator('[data-remedy-toast]')
    await expect(toast).toContainText('Insufficient scope: missions.approve')
    await expect(toast).toContainText('EU AI Act')
    await expect(toast.locator('[data-remedy-action]')).toHaveCount(0)
    expect(await answersOf(page, 'POST /resq/coordination/missions/{id}/approve')).toEqual([403])
  })

  test('a conflict: what the server has is read again, then it is up to the operator', async ({ page }) => {
    await visit(page, '/lab/resq')
    await forgetLog(page)
    await page.locator('#claim-m-18').click()
    await expect(page.locator('[data-remedy-toast] [data-remedy-action="retry"]')).toBeVisible()
    await expect(page.locator('[data-state="approved"]')).toBeVisible()
    expect(await answersOf(page, 'POST /resq/coordination/missions/{id}/claim')).toEqual([409])
    expect(await answersOf(page, 'GET /resq/coordination/missions')).toEqual([200])
  })

  test('a degraded service: a banner, and work goes on', async ({ page }) => {
    await visit(page, '/lab/resq')
    await page.locator('[data-next=resq]').selectOption('HTTP_503')
    await page.locator('#send-telemetry').click()
    await expect(page.locator('[data-remedy-surface="banner"]')).toContainText('You can go on working')
    await page.locator('#send-evidence').click()
    await expect(answerOf(page, '#send-evidence')).toHaveText('Answered')
  })

  test('queued, stored and deleted are no problems', async ({ page }) => {
    await visit(page, '/lab/resq')
    for (const id of ['#send-telemetry', '#send-evidence', '#remove-evidence']) {
      await page.locator(id).click()
      await expect(answerOf(page, id)).toHaveText('Answered')
    }
    await expect(page.locator(surfaces)).toHaveCount(0)
  })

  test('what the reference does not explain is filed with all that its last section asks for', async ({ page }) => {
    await visit(page, '/lab/resq')
    await page.locator('[data-next=resq]').selectOption('HTTP_500')
    await page.locator('#send-telemetry').click()
    const opened = page.waitForEvent('popup')
    await press(page, 'fileReport')
    const report = (await opened).locator('main')
    await expect(report).toContainText('POST /resq/coordination/telemetry')
    for (const part of ['"status": 500', '"requestId"', '"requestBody"', 'Unexpected server fault'])
      await expect(report).toContainText(part)
  })
})

test.describe('all at once', () => {
  const chosen = [
    { name: 'divination', code: 'AGENT_FORBIDDEN', contract: divination },
    { name: 'qoder', code: 'authentication_error', contract: qoder.contract },
    { name: 'creatoria', code: 'PROJECT_CONTEXT_REQUIRED', contract: creatoria.contract },
    { name: 'resq', code: 'HTTP_403', contract: resq.contract },
  ] as const

  test('four backends fail in the same moment, and each failure is handled by its own contract', async ({ page }) => {
    await visit(page, '/lab')
    for (const { name, code } of chosen) await page.locator(`[data-next=${name}]`).selectOption(code)
    await page.locator('#ask-all').click()
    for (const { name, code } of chosen)
      await expect(page.locator(`[data-backend=${name}] .lab-result`)).toContainText(code)
    for (const { code, contract } of chosen) {
      const show = Object.entries(contract.catalogue).find(([key]) => key === code)?.[1].show ?? 'toast'
      await expect(page.locator(`[data-remedy-surface="${show}"][data-remedy-code="${code}"]`)).toHaveCount(1)
    }
    await expect(page.locator(surfaces)).toHaveCount(chosen.length)
  })

  test('one of them fails, and the other three answer', async ({ page }) => {
    await visit(page, '/lab')
    await page.locator('[data-next=qoder]').selectOption('not_found_error')
    await page.locator('#ask-all').click()
    await expect(page.locator('[data-backend=qoder] .lab-result')).toContainText('not_found_error')
    for (const name of ['divination', 'creatoria', 'resq'])
      await expect(page.locator(`[data-backend=${name}] .lab-result`)).toHaveText('Answered')
    await expect(page.locator(surfaces)).toHaveCount(1)
  })

  // A backend's manner → the status whose words fit, whatever status it used.
  const shapes = {
    stripe: 402,
    google: 429,
    rails: 422,
    spring: 500,
    fastapi: 422,
    aws: 429,
    github: 429,
    html: 503,
  } as const

  for (const [shape, status] of Object.entries(shapes))
    test(`a backend without a contract fails like ${shape}: told once, in words of ours`, async ({ page }) => {
      await visit(page, '/lab')
      await page.locator(`#shape-${shape}`).click()
      await expect(page.locator(surfaces)).toHaveCount(1)
      await expect(page.locator(surfaces)).toContainText(en.statuses[status].message)
    })
})

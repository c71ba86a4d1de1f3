import { expect, test } from './fixtures.ts'
import { answerOf, answersOf, forgetLog, press, requestsOf, surfaces, visit } from './lab.ts'

test.describe('qoder', () => {
  test('the beta header is missing: switched on, the same call is sent again and answered', async ({ page }) => {
    await visit(page, '/lab/qoder')
    await forgetLog(page)
    await page.locator('#read-memory').click()
    await expect(page.locator('[data-remedy-surface="dialog"]')).toContainText('which wasn’t sent along')
    await press(page, 'enableFeature')
    await expect(answerOf(page, '#read-memory')).toHaveText('Answered')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    expect(await answersOf(page, 'GET /qoder/v1/memory')).toEqual([501, 200])
  })

  test('the beta identifier is outdated: told apart, and put right the same way', async ({ page }) => {
    await visit(page, '/lab/qoder')
    await page.locator('#beta').selectOption('agent-memory-2025-06')
    await page.locator('#read-memory').click()
    await expect(page.locator('[data-remedy-surface="dialog"]')).toContainText('An older one was sent along')
    await press(page, 'enableFeature')
    await expect(answerOf(page, '#read-memory')).toHaveText('Answered')
    await expect(page.locator('#beta')).toHaveValue('agent-memory-2026-01')
  })

  test('an expired token: another one is put in, and the call is sent again', async ({ page }) => {
    await visit(page, '/lab/qoder')
    await page.locator('#change-token').click()
    await page.locator('#choose-pt-expired').click()
    await forgetLog(page)
    await page.locator('#gone-agent').click()
    await expect(page.locator('[data-remedy-surface="banner"]')).toBeVisible()
    await press(page, 'updateToken')
    await page.locator('#choose-pt-demo').click()
    await expect(page.locator('[data-remedy-code="not_found_error"]')).toBeVisible()
    expect(await answersOf(page, 'GET /qoder/v1/agents/{id}')).toEqual([401, 404])
    expect(await page.evaluate(() => localStorage.getItem('six-lines.grant'))).not.toBeNull()
  })

  test('a session that has ended: another is started, and the message goes there', async ({ page }) => {
    await visit(page, '/lab/qoder')
    await forgetLog(page)
    await page.locator('#send-message').click()
    await expect(page.locator('[data-remedy-toast]')).toContainText('This session has ended')
    await press(page, 'startNewSession')
    await expect(answerOf(page, '#send-message')).toHaveText('Answered')
    expect(await answersOf(page, 'POST /qoder/v1/sessions/{id}/messages')).toEqual([409, 201])
  })

  test('a missing name is marked, and a name that is taken is a conflict', async ({ page }) => {
    await visit(page, '/lab/qoder')
    await page.locator('#create-agent').click()
    await expect(page.locator('[name=name]')).toHaveAttribute('aria-invalid', 'true')
    await page.locator('[name=name]').fill('Scribe')
    await page.locator('#create-agent').click()
    await expect(page.locator('[data-remedy-toast]')).toContainText('That name is already taken')
    await expect(page.locator('[name=name]')).toHaveValue('Scribe')
  })
})

test.describe('creatoria', () => {
  test('no project: one is chosen, and the same agent is sent again with it', async ({ page }) => {
    await visit(page, '/lab/creatoria')
    await page.locator('[name=name]').fill(`Nova ${test.info().repeatEachIndex}`)
    await page.locator('[name=model]').fill('aria-2')
    await forgetLog(page)
    await page.locator('#create-agent').click()
    await press(page, 'chooseProject')
    await page.locator('#choose-river').click()
    await expect(page.locator('.lab-list')).toContainText(`Nova ${test.info().repeatEachIndex}`)
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    expect(await answersOf(page, 'POST /creatoria/v1/agents')).toEqual([400, 201])
  })

  test('both fields of the sentences are marked, and each mark goes when its field is edited', async ({ page }) => {
    await visit(page, '/lab/creatoria')
    await page.locator('#create-agent').click()
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(2)
    await page.locator('[name=model]').fill('aria-2')
    await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1)
  })

  test('an answer that leaves nothing closes the limit before the backend has to refuse', async ({ page }) => {
    await visit(page, '/lab/creatoria')
    await page.locator('#spend-limit').click()
    await expect(page.locator('#limit-held')).toContainText(/\d/)
    await forgetLog(page)
    for (const id of ['#gone-agent', '#spend-limit', '#create-agent']) {
      await expect(page.locator(id)).toHaveAttribute('aria-disabled', 'true')
      await page.locator(id).click({ force: true })
    }
    await expect(page.locator(surfaces)).toHaveCount(0)
    expect(await requestsOf(page)).toEqual([])
  })

  test('a limit that is used up is named, and the button opens when it does', async ({ page }) => {
    await visit(page, '/lab/creatoria')
    await page.locator('[data-next=creatoria]').selectOption('HTTP_429_minute')
    await page.locator('#gone-agent').click()
    const toast = page.locator('[data-remedy-toast]')
    await expect(toast).toContainText('The Free plan’s limit per minute for this API key')
    await expect(toast.locator('[data-remedy-action="retry"]')).toHaveAttribute('aria-disabled', 'true')
  })

  test('a key that may only read: said, and the session goes on', async ({ page }) => {
    await visit(page, '/lab/creatoria')
    await page.locator('#change-key').click()
    await page.locator('#choose-ck-read').click()
    await page.locator('#create-agent').click()
    await expect(page.locator('[data-remedy-toast]')).toContainText('read, write and admin')
    await expect(page).toHaveURL(/\/lab\/creatoria/)
  })

  test('a conversation that breaks off: what was said stays, with what happened below it', async ({ page }) => {
    await visit(page, '/lab/creatoria')
    await page.locator('#start-chat').click()
    await expect(page.locator('[data-remedy-surface="inline"]')).toBeVisible()
    await expect(page.locator('#said')).toHaveText('The river is high today')
    await expect(page.locator('[data-remedy-toast]')).toHaveCount(0)
  })
})

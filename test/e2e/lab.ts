import type { Page } from '@playwright/test'
import { createActor } from './actor.ts'
import { expect, test } from './fixtures.ts'

/** Everything that the kit shows of a failure. */
export const surfaces = '[data-remedy-surface]'

/** Opens a page of the lab, with nothing broken and the whole limit left. */
export async function visit(page: Page, path: string): Promise<void> {
  const name = test.info().title.replaceAll(/\W+/g, '-').slice(0, 40)
  await page.request.post('/__limit', { data: { left: 60 } })
  await createActor(page, name).open({ route: '', as: 'member', page: path, steps: [], hint: '' })
  await expect(page.locator('h1')).toBeVisible()
}

interface Entry {
  readonly route: string
  readonly status: number
}

/** The answers that a route gave since the last call. */
export async function answersOf(page: Page, route: string): Promise<readonly number[]> {
  return (await requestsOf(page)).filter((entry) => entry.route === route).map(({ status }) => status)
}

/** Every request since the log was forgotten. */
export async function requestsOf(page: Page): Promise<readonly Entry[]> {
  return ((await (await page.request.get('/__log')).json()) as { requests: readonly Entry[] }).requests
}

/** From here on. */
export async function forgetLog(page: Page): Promise<void> {
  await page.request.delete('/__log')
}

/** Presses a button of a remedy. */
export const press = (page: Page, action: string) => page.locator(`[data-remedy-action="${action}"]`).click()

/** The word beside the button of a call. */
export const answerOf = (page: Page, id: string) => page.locator(`.row:has(> ${id}) .lab-answer`)

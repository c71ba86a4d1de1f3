import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { naturalTriggers, triggers, type Trigger } from '../../examples/app/routes.ts'
import { divination, type DivinationCode } from '../../src/contracts/divination/index.ts'
import type { LogEntry } from '../../examples/server/control.ts'
import type { KitTexts } from '../../src/locales/texts.ts'
import { languages, type Language } from '../helpers/languages.ts'
import { createActor } from './actor.ts'
import { expect, test } from './fixtures.ts'

interface Fact {
  readonly code: DivinationCode
  readonly status: number
  readonly surface: string
  readonly offers: readonly string[]
  readonly runs: readonly string[]
  readonly session: string | null
}

const facts = JSON.parse(readFileSync('test/contracts/divination.facts.json', 'utf8')) as readonly Fact[]

for (const fact of facts) {
  test(`${fact.code}: ${fact.surface}, in ten languages`, async ({ page }) => {
    const trigger: Trigger = triggers[naturalTriggers[fact.code]]
    const actor = createActor(page, fact.code)
    await actor.open(trigger)
    // As often as the rules repeat it by themselves, and once more.
    await actor.arm({
      route: trigger.route,
      code: fact.code,
      times: 4,
      ...(fact.status === 429 ? { retryAfter: 30 } : {}),
    })
    if (trigger.steps.length === 0) await page.reload()
    await actor.act(trigger.steps)

    await expectSession(page, trigger, fact)
    if (fact.surface === 'none') return expectNothing(page)
    const surface = surfaceOf(page, fact)
    await expect(surface).toBeVisible({ timeout: 15_000 })
    await expect(page.locator('[data-remedy-toast]')).toHaveCount(fact.surface === 'toast' ? 1 : 0)
    for (const action of offered(fact)) await expect(buttonOf(page, surface, fact, action)).toBeVisible()
    for (const language of languages) await expectWords(page, surface, fact, language)
    for (const action of fact.runs)
      await (action === 'refetch' ? expectReadAgain(page, trigger) : expectRun(page, action))
  })
}

function surfaceOf(page: Page, { surface, code }: Fact): Locator {
  if (surface === 'fields') return page.locator('[data-remedy-surface="field"]').first()
  return page.locator(`[data-remedy-surface="${surface}"][data-remedy-code="${code}"]`)
}

// The cross of a card is its `dismiss`; a button of that name it is in a dialog only.
function offered({ offers, surface }: Fact): readonly string[] {
  return offers.filter((action) => surface === 'dialog' || action !== 'dismiss')
}

function buttonOf(page: Page, surface: Locator, { surface: kind }: Fact, action: string): Locator {
  const button = `[data-remedy-action="${action}"]`
  return kind === 'fields' ? page.locator(button) : surface.locator(button)
}

async function expectWords(
  page: Page,
  surface: Locator,
  { code, surface: kind }: Fact,
  language: Language,
): Promise<void> {
  // Under a modal dialog the switch cannot be reached by hand.
  await page.locator('#language').selectOption(language, { force: true })
  const words = (await divination.messages?.[language]?.())?.default[code]
  // Several wrong fields have a text each, by the rule that they broke: here by one that the kit has no words of its own for.
  if (kind === 'fields' && divination.catalogue[code].field === undefined)
    return expect(surface).toContainText((await kitWords(language)).parts.fieldOther)
  await expect(surface).toContainText(words?.message ?? '')
  if (kind !== 'fields') await expect(surface).toContainText(words?.title ?? '')
}

async function kitWords(language: Language): Promise<KitTexts> {
  const { default: texts } = (await import(`../../src/locales/${language}.ts`)) as { readonly default: KitTexts }
  return texts
}

async function expectSession(page: Page, { as }: Trigger, { session }: Fact): Promise<void> {
  const granted = () => page.evaluate(() => localStorage.getItem('six-lines.grant') !== null)
  await expect.poll(granted, { timeout: 15_000 }).toBe(as === 'member' && session === null)
  if (session !== null) await expect(page).toHaveURL(/\/sign-in/)
}

async function expectNothing(page: Page): Promise<void> {
  await expect(page.locator('[name=email]')).toBeVisible()
  await expect(page.locator('[data-remedy-surface]')).toHaveCount(0)
}

// The demo leaves a mark in the browser's own timeline for each action that runs.
async function expectRun(page: Page, action: string): Promise<void> {
  const times = () => page.evaluate((name) => performance.getEntriesByName(name, 'mark').length, `action ${action}`)
  await expect.poll(times).toBe(1)
}

// After the answer that failed, and with nobody touching anything, what is on screen is read once more.
async function expectReadAgain(page: Page, { route }: Trigger): Promise<void> {
  const readAfter = async () => {
    const { requests } = (await (await page.request.get('/__log')).json()) as { requests: readonly LogEntry[] }
    const failed = requests.findLastIndex((entry) => entry.route === route && entry.status >= 400)
    return requests.slice(failed + 1).filter(({ route: other, status }) => other.startsWith('GET ') && status === 200)
  }
  await expect.poll(async () => (await readAfter()).length).toBeGreaterThan(0)
}

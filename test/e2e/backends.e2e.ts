import type { Locator, Page } from '@playwright/test'
import type { Trigger } from '../../examples/app/routes.ts'
import { offersOf, surfaceOf, wordsOf, type StoryBackend, type StoryCase } from '../../stories/backends/backend.ts'
import { creatoria } from '../../stories/backends/creatoria.ts'
import { qoder } from '../../stories/backends/qoder.ts'
import { resq } from '../../stories/backends/resq.ts'
import { languages, type Language } from '../helpers/languages.ts'
import { createActor } from './actor.ts'
import { expect, test } from './fixtures.ts'

/** The form of each page: with one, what is wrong with a field has a place. */
const forms: Readonly<Record<string, Trigger>> = {
  qoder: form('POST /qoder/v1/agents', '/lab/qoder', ['name'], '#create-agent'),
  creatoria: form('POST /creatoria/v1/agents', '/lab/creatoria', ['name', 'model'], '#create-agent'),
  resq: form('POST /resq/coordination/missions', '/lab/resq', ['mission_id'], '#create-mission'),
}

for (const backend of [qoder, creatoria, resq])
  for (const [name, story] of Object.entries(backend.cases))
    test(`${backend.contract.name} ${name}: ${surfaceOf(backend, story)}, in ten languages`, async ({ page }) => {
      const trigger = forms[backend.contract.name] as Trigger
      const actor = createActor(page, `${backend.contract.name}-${name}`)
      await page.request.post('/__limit', { data: { left: 60 } })
      await actor.open(trigger)
      // More often than the rules repeat it, and than the browser does: it sends by itself what met a 408 on a connection
      // that was used before.
      await actor.arm({ route: trigger.route, code: name, times: 12 })
      await actor.act(trigger.steps)

      const surface = find(page, backend, story)
      await expect(surface).toBeVisible({ timeout: 15_000 })
      await expectSession(page, backend, story)
      await expectOnce(page, backend, story)
      for (const action of offersOf(backend, story)) await expect(buttonOf(surface, action)).toBeVisible()
      for (const language of languages) await expectWords(page, { backend, story, surface }, language)
    })

function form(route: string, page: string, fields: readonly string[], button: string): Trigger {
  const steps = fields.map((field) => ({ do: 'fill', on: `[name=${field}]`, with: 'Ada' }) as const)
  return { route, as: 'member', page, steps: [...steps, { do: 'click', on: button }], hint: '' }
}

function find(page: Page, backend: StoryBackend, story: StoryCase): Locator {
  const surface = surfaceOf(backend, story)
  if (surface === 'fields') return page.locator('[data-remedy-surface="field"]').first()
  return page.locator(`[data-remedy-surface="${surface}"][data-remedy-code="${story.code}"]`)
}

function buttonOf(surface: Locator, action: string): Locator {
  return surface.locator(`[data-remedy-action="${action}"]`)
}

async function expectSession(page: Page, { contract }: StoryBackend, { code }: StoryCase): Promise<void> {
  const ends = contract.catalogue[code]?.session !== undefined
  const granted = () => page.evaluate(() => localStorage.getItem('six-lines.grant') !== null)
  await expect.poll(granted).toBe(!ends)
  await expect(page).toHaveURL(ends ? /\/sign-in/ : /\/lab\//)
}

async function expectOnce(page: Page, backend: StoryBackend, story: StoryCase): Promise<void> {
  const surface = surfaceOf(backend, story)
  await expect(page.locator('[data-remedy-toast]')).toHaveCount(surface === 'toast' ? 1 : 0)
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(story.marks.length)
}

interface Shown {
  readonly backend: StoryBackend
  readonly story: StoryCase
  readonly surface: Locator
}

async function expectWords(page: Page, { backend, story, surface }: Shown, language: Language): Promise<void> {
  // Under a modal dialog the switch cannot be reached by hand.
  await page.locator('#language').selectOption(language, { force: true })
  const words = await wordsOf(backend, story, language)
  const isField = surfaceOf(backend, story) === 'fields'
  // The rule that was broken has words of the kit's own, in the language of its page.
  if (isField && story.byRule) return expect(surface).toHaveAttribute('lang', language)
  await expect(surface).toContainText(words.message)
  if (!isField) await expect(surface).toContainText(words.title)
}

import type { StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { divination, type DivinationCode } from '../src/contracts/divination/index.ts'
import type { Message } from '../src/core.ts'
import { CodeExample } from './code-example.tsx'
import { ownWords, type Language } from './own-words.ts'
import { createStage, StoryApp, type Stage } from './story-app.tsx'
import { answerWith } from './wire-handlers.ts'

type Play = NonNullable<StoryObj['play']>
type PlayContext = Parameters<Play>[0]

/** One code: a real request, the real wire body, the whole pipeline, and what must be on screen at the end. */
export function codeStory(code: DivinationCode): StoryObj {
  return {
    name: code,
    beforeEach: ({ msw }) => {
      msw.use(answerWith(code))
    },
    loaders: [() => ({ stage: createStage() })],
    render: (_args, { loaded, globals }) => (
      <StoryApp stage={loaded['stage'] as Stage}>
        <CodeExample code={code} language={languageOf(globals)} />
      </StoryApp>
    ),
    play: async (context) => {
      const language = languageOf(context.globals)
      await userEvent.click(await within(context.canvasElement).findByRole('button', { name: ownWords[language].send }))
      await expectRemedy(code, language, context)
    },
  }
}

function languageOf(globals: Record<string, unknown>): Language {
  return globals['locale'] as Language
}

async function expectRemedy(code: DivinationCode, language: Language, { loaded }: PlayContext): Promise<void> {
  const remedy = divination.catalogue[code]
  const { calls, client } = loaded['stage'] as Stage
  const status = remedy.session === undefined ? 'active' : 'ended'
  await eventually(() => expect(client.store.getState().session.status).toBe(status))
  const surface = await findSurface(remedy.show ?? 'toast')
  const words = (await divination.messages?.[language]?.())?.default[code]
  const byRule = remedy.show === 'fields' && remedy.field === undefined
  if (surface !== null && words !== undefined) await expectWords(surface, words, byRule)
  for (const action of remedy.run ?? [])
    if (action in calls) await eventually(() => expect(calls[action as keyof typeof calls]).toHaveBeenCalledOnce())
  for (const action of offered(code)) await eventually(() => expect(buttonOf(surface, action)).toBeVisible())
}

// Longer than the one retry that some codes are worth.
function eventually<T>(check: () => T): Promise<Awaited<T>> {
  return waitFor(check, { timeout: 5_000 }) as Promise<Awaited<T>>
}

// Where the catalogue says `none` there is nothing to find, and that is what has to hold after all has settled.
async function findSurface(show: string): Promise<HTMLElement | null> {
  const selector = show === 'fields' ? '[data-remedy-surface="field"]' : `[data-remedy-surface="${show}"]`
  if (show !== 'none') return eventually(() => mustBeThere(document.querySelector<HTMLElement>(selector)))
  await expect(document.querySelector('[data-remedy-surface]')).toBeNull()
  return null
}

function mustBeThere(element: HTMLElement | null): HTMLElement {
  if (element === null) throw new Error('the surface is not there yet')
  return element
}

// Several wrong fields have a text each, by the rule they broke; everything else says the words of its code.
async function expectWords(surface: HTMLElement, { title, message }: Message, byRule: boolean): Promise<void> {
  if (byRule) return expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(2)
  await expect(surface).toHaveTextContent(message)
  if (surface.dataset['remedySurface'] !== 'field') await expect(surface).toHaveTextContent(title)
}

// `dismiss` is the cross of a card; a button of that name it is in a dialog only.
function offered(code: DivinationCode): readonly string[] {
  const { offer = [], show } = divination.catalogue[code]
  return offer.filter((action) => show === 'dialog' || action !== 'dismiss')
}

function buttonOf(surface: HTMLElement | null, action: string): HTMLElement | null {
  const around = surface?.dataset['remedySurface'] === 'field' ? surface.parentElement : surface
  return around?.querySelector<HTMLElement>(`[data-remedy-action="${action}"]`) ?? null
}

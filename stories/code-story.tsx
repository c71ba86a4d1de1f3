import type { StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { Message } from '../src/core.ts'
import { caseOf, offersOf, surfaceOf, wordsOf, type StoryBackend, type StoryCase } from './backends/backend.ts'
import { CodeExample } from './code-example.tsx'
import { ownWords, type Language } from './own-words.ts'
import { createStage, StoryApp, type Stage } from './story-app.tsx'
import { answerWith } from './wire-handlers.ts'

type Play = NonNullable<StoryObj['play']>
type PlayContext = Parameters<Play>[0]

/** One answer: a real request, the real wire body, the whole pipeline, and what must be on screen at the end. */
export function codeStories(backend: StoryBackend): (name: string) => StoryObj {
  return (name) => ({
    name,
    beforeEach: ({ msw }) => {
      msw.use(answerWith(backend, name))
    },
    loaders: [() => ({ stage: createStage(backend.contract) })],
    render: (_args, { loaded, globals }) => (
      <StoryApp stage={loaded['stage'] as Stage}>
        <CodeExample backend={backend} name={name} language={languageOf(globals)} />
      </StoryApp>
    ),
    play: async (context) => {
      const { send } = ownWords[languageOf(context.globals)]
      await userEvent.click(await within(context.canvasElement).findByRole('button', { name: send }))
      await expectRemedy(backend, caseOf(backend, name), context)
    },
  })
}

function languageOf(globals: Record<string, unknown>): Language {
  return globals['locale'] as Language
}

async function expectRemedy(backend: StoryBackend, story: StoryCase, { loaded, globals }: PlayContext): Promise<void> {
  const remedy = backend.contract.catalogue[story.code]
  const { calls, client } = loaded['stage'] as Stage
  const status = remedy?.session === undefined ? 'active' : 'ended'
  await eventually(() => expect(client.store.getState().session.status).toBe(status))
  const surface = await findSurface(surfaceOf(backend, story))
  if (surface !== null) await expectWords(surface, story, await wordsOf(backend, story, languageOf(globals)))
  for (const action of remedy?.run ?? [])
    if (calls[action] !== undefined) await eventually(() => expect(calls[action]).toHaveBeenCalledOnce())
  for (const action of offersOf(backend, story)) await eventually(() => expect(buttonOf(surface, action)).toBeVisible())
}

// Longer than the one retry that some codes are worth.
function eventually<T>(check: () => T): Promise<Awaited<T>> {
  return waitFor(check, { timeout: 5_000 }) as Promise<Awaited<T>>
}

// Where the catalogue says `none` there is nothing to find, and that is what has to hold after all has settled.
async function findSurface(show: string): Promise<HTMLElement | null> {
  const selector = show === 'fields' ? '[data-remedy-surface="field"]' : `[data-remedy-surface="${show}"]`
  if (show !== 'none') return eventually(() => mustBeThere(findCurrent(selector)))
  await expect(findCurrent('[data-remedy-surface]')).toBeUndefined()
  return null
}

// What the story before has shown may still be fading.
function findCurrent(selector: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  return all.find((element) => element.closest('[data-remedy-leaving], dialog:not([open])') === null)
}

function mustBeThere(element: HTMLElement | undefined): HTMLElement {
  if (element === undefined) throw new Error('the surface is not there yet')
  return element
}

// Fields that the answer names have a text each, by the rule they broke or the server's; else it is the words of the code.
async function expectWords(surface: HTMLElement, { marks, byRule }: StoryCase, words: Message): Promise<void> {
  const isField = surface.dataset['remedySurface'] === 'field'
  if (isField) await expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(marks.length)
  if (isField && byRule) return expect(surface).not.toBeEmptyDOMElement()
  await expect(surface).toHaveTextContent(words.message)
  if (!isField) await expect(surface).toHaveTextContent(words.title)
}

function buttonOf(surface: HTMLElement | null, action: string): HTMLElement | null {
  const around = surface?.dataset['remedySurface'] === 'field' ? surface.parentElement : surface
  return around?.querySelector<HTMLElement>(`[data-remedy-action="${action}"]`) ?? null
}

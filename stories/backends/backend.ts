import type { Contract, Message } from '../../src/core.ts'
import type { Language } from '../own-words.ts'

/** A backend as its stories see it: its contract, and every answer that is shown. */
export interface StoryBackend {
  readonly contract: Contract
  /** Where the requests of its stories go. */
  readonly path: string
  /** Name of the story → the answer. */
  readonly cases: Readonly<Record<string, StoryCase>>
}

/** One answer, and what must come of it besides what the catalogue says. */
export interface StoryCase {
  readonly code: string
  readonly reply: () => StoryReply
  /** The controls of the form that it comes up in. */
  readonly controls: readonly string[]
  /** Those of them that it marks. None, and the form says it as a toast. */
  readonly marks: readonly string[]
  /** Each mark has the kit's words for the rule that was broken, and not those of the code. */
  readonly byRule: boolean
  /** Which of the words of its code fit. */
  readonly variant?: string | undefined
  /** What the words may name. */
  readonly params: Readonly<Record<string, unknown>>
  /** The server's sentence, for remedies that show it. */
  readonly sentence?: string | undefined
}

export interface StoryReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** The story of that name. */
export function caseOf(backend: StoryBackend, name: string): StoryCase {
  const found = backend.cases[name]
  if (found === undefined) throw new Error(`${backend.contract.name} has no story "${name}"`)
  return found
}

/** Where it must be seen: as the catalogue says, but a form whose controls are not named is answered by a toast. */
export function surfaceOf({ contract }: StoryBackend, { code, marks }: StoryCase): string {
  const show = contract.catalogue[code]?.show ?? 'toast'
  return show === 'fields' && marks.length === 0 ? 'toast' : show
}

/** What must be said, in this language. */
export async function wordsOf(
  { contract }: StoryBackend,
  { code, variant, params, sentence }: StoryCase,
  language: Language,
): Promise<Message> {
  const all = (await contract.messages?.[language]?.())?.default[code]
  if (all === undefined) throw new Error(`${contract.name} has no words for ${code} in ${language}`)
  const { title, message } = (variant === undefined ? undefined : all.when?.[variant]) ?? all
  const isServers = contract.catalogue[code]?.text === 'server' && sentence !== undefined
  return { title: fill(title, params), message: isServers ? sentence : fill(message, params) }
}

/** The buttons that must be there; `dismiss` is the cross of a card, and a button in a dialog only. */
export function offersOf({ contract }: StoryBackend, { code }: StoryCase): readonly string[] {
  const { offer = [], show } = contract.catalogue[code] ?? {}
  return offer.filter((action) => show === 'dialog' || action !== 'dismiss')
}

function fill(text: string, params: Readonly<Record<string, unknown>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = params[name]
    return typeof value === 'string' ? value : whole
  })
}

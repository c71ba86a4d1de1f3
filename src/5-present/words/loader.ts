import { isObject } from '../../1-decode/own.ts'
import { warn } from '../../problem/warn.ts'
import type { Ask } from './ask.ts'
import type { Table, TableEntry } from './table.ts'
import type { WordGroup } from './word-groups.ts'

/** What a loader works with. */
export interface LoaderParts {
  readonly table: Table
  /** Words have come that are not in the table yet. */
  arrived(entry: TableEntry): void
  /** Does the app itself have these? */
  hasApp(tag: string, ask: Ask): boolean
}

/**
 * Fetches words, each once. Law P8: asked for at mount and when the language changes, so that they are there when a
 * failure comes. What cannot be fetched is told to the developer and to nobody else.
 */
export class Loader {
  readonly #parts: LoaderParts
  readonly #asked = new Map<string, 'fetched' | 'failed'>()

  constructor(parts: LoaderParts) {
    this.#parts = parts
  }

  /** Starts what is missing for these languages, best first. One promise for each fetch; none rejects. */
  load(chain: readonly string[], groups: readonly WordGroup[]): readonly Promise<void>[] {
    return groups.flatMap((group) => {
      const tag = chain.find((each) => group.words.has(each))
      return tag === undefined ? [] : this.#fetchOnce(group, tag)
    })
  }

  /** Lets what could not be fetched be tried once more. */
  forgive(): void {
    for (const [key, outcome] of this.#asked) if (outcome === 'failed') this.#asked.delete(key)
  }

  #fetchOnce(group: WordGroup, tag: string): readonly Promise<void>[] {
    const key = `${tag} ${group.namespace}`
    if (!group.words.has(tag) || this.#parts.table.has(tag, group.namespace) || this.#asked.has(key)) return []
    this.#asked.set(key, 'fetched')
    const failed = (cause: unknown): Promise<void> => {
      this.#asked.set(key, 'failed')
      warn(`the words of "${group.namespace}" in ${tag} could not be fetched; others are shown instead.`, cause)
      return this.#fetchEnglish(group, tag)
    }
    return [this.#fetch(group, tag).catch(failed)]
  }

  async #fetch(group: WordGroup, tag: string): Promise<void> {
    const given = group.words.get(tag)
    const { default: words, actions } = typeof given === 'function' ? await given() : { default: given }
    if (!isObject(words)) throw new TypeError('The module has no default export with words.')
    const { namespace, codes } = group
    this.#parts.arrived({ tag, namespace, words: actions === undefined ? words : { ...words, actions } })
    const isKnown = (code: string) => this.#parts.hasApp(tag, { namespace, path: [code, 'title'] })
    const missing = codes.filter((code) => !Object.hasOwn(words, code) && !isKnown(code))
    if (missing.length === 0) return
    const how = 'Put them into the messages of the contract, or into that namespace of i18next.'
    warn(`"${namespace}" has no words in ${tag} for ${missing.join(', ')}. ${how}`)
    await this.#fetchEnglish(group, tag)
  }

  async #fetchEnglish(group: WordGroup, instead: string): Promise<void> {
    if (instead !== 'en') await Promise.all(this.#fetchOnce(group, 'en'))
  }
}

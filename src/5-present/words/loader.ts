import { warn } from '../../problem/warn.ts'
import { sameLanguage } from './languages.ts'
import type { Table } from './table.ts'
import type { WordGroup } from './word-groups.ts'

/** What a loader works with. */
export interface LoaderParts {
  readonly table: Table
  /** Are there words of the app's own in this language? */
  given(tag: string, namespace: string): boolean
  /** Told after each arrival. */
  arrived(): void
}

/**
 * Fetches words into a table, each once. Law P8: asked for at mount and when the language changes, so that they are
 * there when a failure comes. What cannot be fetched is told to the developer and to nobody else.
 */
export class Loader {
  readonly #parts: LoaderParts
  readonly #asked = new Map<string, 'fetched' | 'failed'>()
  readonly #warned = new Set<string>()

  constructor(parts: LoaderParts) {
    this.#parts = parts
  }

  /** Starts what is missing for these languages, best first. One promise for each fetch; none rejects. */
  load(chain: readonly string[], groups: readonly WordGroup[]): readonly Promise<void>[] {
    return groups.flatMap((group) => {
      const tag = chain.find((each) => group.loaders.has(each))
      this.#complain(chain, group, tag)
      return tag === undefined ? [] : this.#fetchOnce(group, tag)
    })
  }

  /** Lets what could not be fetched be tried once more. */
  forgive(): void {
    for (const [key, outcome] of this.#asked) if (outcome === 'failed') this.#asked.delete(key)
  }

  #fetchOnce(group: WordGroup, tag: string): readonly Promise<void>[] {
    const key = `${tag} ${group.namespace}`
    const fetchWords = group.loaders.get(tag)
    if (fetchWords === undefined || this.#asked.has(key)) return []
    this.#asked.set(key, 'fetched')
    const fetched = fetchWords().then((words) => this.#keep(group, tag, words))
    return [fetched.catch((cause: unknown) => this.#giveUp(group, tag, cause))]
  }

  async #keep(group: WordGroup, tag: string, words: object): Promise<void> {
    if (this.#parts.table.get(tag, group.namespace) !== words) {
      this.#parts.table.add(tag, group.namespace, words)
      this.#parts.arrived()
    }
    const missing = group.codes.filter((code) => !Object.hasOwn(words, code))
    if (missing.length === 0) return
    warn(`"${group.namespace}" has no words in ${tag} for ${missing.join(', ')}.`)
    await this.#fetchEnglish(group, tag)
  }

  async #giveUp(group: WordGroup, tag: string, cause: unknown): Promise<void> {
    this.#asked.set(`${tag} ${group.namespace}`, 'failed')
    warn(`the words of "${group.namespace}" in ${tag} could not be fetched; others are shown instead.`, cause)
    await this.#fetchEnglish(group, tag)
  }

  async #fetchEnglish(group: WordGroup, instead: string): Promise<void> {
    if (instead !== 'en') await Promise.all(this.#fetchOnce(group, 'en'))
  }

  #complain(chain: readonly string[], { namespace, loaders }: WordGroup, found: string | undefined): void {
    const [wanted = 'en'] = chain
    const key = `${wanted} ${namespace}`
    if (loaders.size === 0 || this.#warned.has(key) || (found !== undefined && sameLanguage(found, wanted))) return
    if (chain.some((tag) => sameLanguage(tag, wanted) && this.#parts.given(tag, namespace))) return
    this.#warned.add(key)
    warn(
      `"${namespace}" has no words in ${wanted}, so users read ${found ?? 'more general ones'} instead. Give it some: by ` +
        `\`locales\` of the provider or \`messages\` of the contract, or as i18next's namespace "${namespace}".`,
    )
  }
}

import type { i18n as I18n } from 'i18next'
import en from '../../locales/en.ts'
import type { Contract } from '../../problem/contract.ts'
import { kitNamespace, type Find } from './ask.ts'
import { canBorrow, findInApp, languagesOf, languagesOnServer, lend, watchLanguage } from './i18n.ts'
import { chainOf } from './languages.ts'
import { Loader } from './loader.ts'
import { warnOfLanguage } from './missing-language.ts'
import { createTable, findIn, type TableEntry } from './table.ts'
import type { Words } from './types.ts'
import { contractWords, kitWords, type Locales } from './word-groups.ts'
import { createWords } from './words.ts'

/** Whose words are wanted. */
export interface WordPlan {
  readonly locales?: Locales | undefined
  readonly contracts: readonly Contract[]
}

/**
 * The words of one provider, as an external store: the app's own resources first, under them what ships with the library.
 * Speaks the language of the app's i18next, or of the page; the words change when a language has been fetched, not before,
 * so that nobody sees a third language in between.
 */
export class WordSource {
  /** The app's instance. `undefined`: it has none. */
  readonly i18n: I18n | undefined
  readonly #table = createTable()
  readonly #loader: Loader
  readonly #listeners = new Set<() => void>()
  /** What the app's instance has not been lent yet. */
  readonly #due: TableEntry[] = []
  /** What the developer was told already. */
  readonly #said = new Set<string>()
  #plan: WordPlan
  /** The languages that are spoken, and those that will be once their words are here. */
  #chain: readonly string[]
  #wanted: readonly string[]
  #words: Words | undefined
  #serverWords: Words | undefined
  #stop: (() => void) | undefined
  #lending = false

  constructor(i18n: I18n | undefined, plan: WordPlan) {
    this.i18n = i18n
    this.#plan = plan
    this.#wanted = this.#chain = chainOf(languagesOf(i18n))
    for (const [tag, words] of kitWords(plan.locales).words)
      if (typeof words !== 'function') this.#take({ tag, namespace: kitNamespace, words })
    this.#loader = new Loader({
      table: this.#table,
      arrived: (entry) => {
        this.#take(entry)
        this.#edited()
      },
      hasApp: (tag, ask) => i18n !== undefined && findInApp(i18n, tag, ask) !== undefined,
    })
  }

  /** Words that stay the same object until they say something else. */
  readonly current = (): Words => (this.#words ??= this.#make(this.#chain))

  /** What the server said, for hydrating. */
  readonly onServer = (): Words => (this.#serverWords ??= this.#make(chainOf(languagesOnServer(this.i18n))))

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#stop ??= watchLanguage(this.i18n, { changed: () => this.#follow(), edited: () => this.#edited() })
    this.#follow()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#stop?.()
      this.#stop = undefined
    }
  }

  /** Fetches what these contracts and locales add, in the language that is spoken. */
  fetch(plan: WordPlan): void {
    this.#plan = plan
    void this.#load(this.#wanted)
    this.#lend()
  }

  #follow(): void {
    const chain = chainOf(languagesOf(this.i18n))
    if (chain.join() === this.#wanted.join()) return
    this.#wanted = chain
    this.#loader.forgive()
    const fetches = this.#load(chain)
    const speak = (): void => {
      if (this.#wanted !== chain) return
      this.#chain = chain
      this.#renew()
    }
    if (fetches.length === 0) speak()
    else void Promise.all(fetches).then(speak)
  }

  #load(chain: readonly string[]): readonly Promise<void>[] {
    const groups = [kitWords(this.#plan.locales), ...this.#plan.contracts.map(contractWords)]
    warnOfLanguage({ i18n: this.i18n, said: this.#said }, chain, groups)
    return this.#loader.load(chain, groups)
  }

  #take(entry: TableEntry): void {
    this.#table.add(entry.tag, entry.namespace, entry.words)
    this.#due.push(entry)
  }

  #edited(): void {
    if (this.#lending) return // our own words say nothing new
    this.#lend()
    this.#renew()
  }

  #lend(): void {
    const { i18n } = this
    if (i18n === undefined || !canBorrow(i18n)) return
    this.#lending = true
    try {
      for (const entry of this.#due.splice(0)) lend(i18n, entry)
    } finally {
      this.#lending = false
    }
  }

  #renew(): void {
    this.#words = undefined
    for (const listener of this.#listeners) listener()
  }

  #make(chain: readonly string[]): Words {
    const { i18n } = this
    // In the end the English that ships, also where an app brings one of its own.
    const shipped: Find = (tag, ask) =>
      tag === 'en' && ask.namespace === kitNamespace ? findIn(en, tag, ask) : undefined
    const find: Find = (tag, ask) =>
      (i18n && findInApp(i18n, tag, ask)) ?? this.#table.find(tag, ask) ?? shipped(tag, ask)
    return createWords(chain, () => this.#plan.contracts.map(({ name }) => name), find)
  }
}

import type { i18n as I18n } from 'i18next'
import { warnOnce } from '../../problem/warn.ts'
import { hasInApp } from './i18n.ts'
import { sameLanguage } from './languages.ts'
import type { WordGroup } from './word-groups.ts'

// Written out where it is used, because bundlers look for the whole expression and then drop what is behind it.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

interface Told {
  readonly i18n: I18n | undefined
  readonly said: Set<string>
}

/** Tells the developer, in development only, whose words its users read in another language than they speak. */
export function warnOfLanguage(told: Told, chain: readonly string[], groups: readonly WordGroup[]): void {
  if (process.env.NODE_ENV === 'production') return
  const [wanted = 'en'] = chain
  const mine = chain.filter((tag) => sameLanguage(tag, wanted))
  for (const { namespace, words } of groups) {
    const isGiven = mine.some((tag) => words.has(tag) || (told.i18n && hasInApp(told.i18n, tag, namespace)))
    if (words.size === 0 || isGiven) continue
    const found = chain.find((tag) => words.has(tag))
    warnOnce(
      told.said,
      `"${namespace}" has no words in ${wanted}, so users read ${found ?? 'more general ones'} instead. Give it some: by ` +
        `\`locales\` of the provider or \`messages\` of the contract, or as i18next's namespace "${namespace}".`,
    )
  }
}

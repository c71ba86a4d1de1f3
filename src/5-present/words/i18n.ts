import type { i18n as I18n } from 'i18next'
import { kitNamespace, type Ask } from './ask.ts'
import { pageLanguage, watchPageLanguage } from './languages.ts'
import type { TableEntry } from './table.ts'

// Codes may hold '.' and ':', which i18next reads as steps. No code holds this one.
const keySeparator = '\u0001'

/** Finds a text among the resources of the app's i18next, in exactly one language; the words lent to it included. */
export function findInApp(i18n: I18n, tag: string, { namespace, path, params }: Ask): string | undefined {
  if (!hasInApp(i18n, tag, namespace)) return undefined
  const count = params?.['count']
  const options = {
    ns: namespace,
    lng: tag,
    lngs: [tag],
    keySeparator,
    nsSeparator: false as const,
    // Apart from the options: a server that sends `lng` or `ns` must not steer the translation.
    replace: { ...params },
    ...(typeof count === 'number' ? { count } : {}),
    // React escapes, and no word of a server is a translation key.
    interpolation: { escapeValue: false, skipOnVariables: true },
    missingInterpolationHandler: () => '',
  }
  const key = path.join(keySeparator)
  // Asked first, because a `t` that finds nothing may be reported as a missing key to the app's own tools.
  const text: unknown = i18n.exists(key, options) ? i18n.t(key, options) : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** Has the app's i18next any words of this namespace in exactly this language? */
export function hasInApp(i18n: I18n, tag: string, namespace: string): boolean {
  return isReady(i18n) && i18n.hasResourceBundle(tag, namespace)
}

/**
 * May words be put where the app's own `t` finds them? Not where that would do harm: a backend takes a namespace with
 * anything in it for loaded, and other formats than i18next's own do not read its placeholders.
 */
export function canBorrow(i18n: I18n): boolean {
  if (!isReady(i18n) || i18n.modules.backend || i18n.modules.i18nFormat) return false
  const { prefix = '{{', suffix = '}}' } = i18n.options.interpolation ?? {}
  return prefix === '{{' && suffix === '}}'
}

/** Puts words under whatever the app has in that place. */
export function lend(i18n: I18n, { tag, namespace, words }: TableEntry): void {
  i18n.addResourceBundle(tag, namespace, words, true, false)
}

/** What the app speaks, best first. Without i18next, or before it knows, what the page says. */
export function languagesOf(i18n: I18n | undefined): readonly string[] {
  return appLanguages(i18n) ?? [pageLanguage()]
}

/** The same where the page must not be asked: on a server, and while hydrating what it sent. */
export function languagesOnServer(i18n: I18n | undefined): readonly string[] {
  return appLanguages(i18n) ?? ['en']
}

/** What a word source wants to hear of. */
export interface LanguageWatcher {
  /** The language may have changed. */
  readonly changed: () => void
  /** Words of ours were added or removed. */
  readonly edited: () => void
}

/** Calls back until stopped. Without i18next it watches `<html lang>`. */
export function watchLanguage(i18n: I18n | undefined, { changed, edited }: LanguageWatcher): () => void {
  if (i18n === undefined) return watchPageLanguage(changed)
  const stored = (_: string, namespace: string): void => {
    if (namespace.startsWith(kitNamespace)) edited()
  }
  let store = storeOf(i18n)
  const watchStore = (how: 'on' | 'off'): void => {
    store?.[how]('added', stored)
    store?.[how]('removed', stored)
  }
  const initialized = (): void => {
    watchStore('off')
    store = storeOf(i18n)
    watchStore('on')
    changed()
    edited()
  }
  watchStore('on')
  i18n.on('languageChanged', changed)
  i18n.on('initialized', initialized)
  return () => {
    watchStore('off')
    i18n.off('languageChanged', changed)
    i18n.off('initialized', initialized)
  }
}

/**
 * The instance itself. `useTranslation()` hands out copies that are another object after each change of language, and
 * whose `language` stays what it was.
 */
export function originalOf(i18n: I18n | undefined): I18n | undefined {
  const original: unknown = i18n && Reflect.get(i18n, '__original')
  return original ? (original as I18n) : i18n
}

function appLanguages(i18n: I18n | undefined): readonly string[] | undefined {
  if (i18n?.languages?.length) return i18n.languages
  return i18n?.language ? [i18n.language] : undefined
}

// The types promise a store; there is none before `init`.
function storeOf(i18n: I18n): I18n['store'] | undefined {
  return i18n.store
}

function isReady(i18n: I18n): boolean {
  return storeOf(i18n) !== undefined
}

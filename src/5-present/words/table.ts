import { isObject, own } from '../../1-decode/own.ts'
import type { Ask, Find, Params } from './ask.ts'

/** The words of one namespace in one language. */
export interface TableEntry {
  readonly tag: string
  readonly namespace: string
  readonly words: object
}

/** Words in hand, by language and namespace. One for each provider: two users of a server never share it. */
export interface Table {
  readonly find: Find
  has(tag: string, namespace: string): boolean
  add(tag: string, namespace: string, words: object): void
}

/**
 * Makes a table. It speaks the part of i18next's format that the kit's own words use, `{{placeholders}}`, `{{count, number}}`
 * and plurals, so that an app without i18next needs none. And an app that has one keeps it untouched: i18next up to version 26 has
 * one logger for all instances, and initializing a second instance would undo the settings of the first.
 */
export function createTable(): Table {
  const entries = new Map<string, object>()
  return {
    find: (tag, ask) => findIn(entries.get(keyOf(tag, ask.namespace)), tag, ask),
    has: (tag, namespace) => entries.has(keyOf(tag, namespace)),
    add: (tag, namespace, words) => void entries.set(keyOf(tag, namespace), words),
  }
}

function keyOf(tag: string, namespace: string): string {
  return `${tag} ${namespace}`
}

/** Finds a text among the words of one namespace in one language. */
export function findIn(words: object | undefined, tag: string, { path, params }: Ask): string | undefined {
  if (words === undefined) return undefined // nor need the tag be one
  const parent = path.slice(0, -1).reduce<unknown>(memberOf, words)
  const text = formsOf(path.at(-1) ?? '', tag, params)
    .map((key) => memberOf(parent, key))
    .find((each) => typeof each === 'string' && each !== '')
  return typeof text === 'string' ? fill(text, tag, params) : undefined
}

// The keys of a text that counts, in the order in which i18next asks for them.
function formsOf(key: string, tag: string, params: Params | undefined): readonly string[] {
  const count = params?.['count']
  if (typeof count !== 'number') return [key]
  const forms = [`${key}_${new Intl.PluralRules(tag).select(count)}`, `${key}_other`, key]
  return count === 0 ? [`${key}_zero`, ...forms] : forms
}

// A placeholder that nobody fills is left out: raw braces tell a user nothing.
function fill(text: string, tag: string, params: Params | undefined): string {
  return text.replace(/\{\{([^{},]+)(,[^{}]*)?\}\}/g, (_, name: string, format?: string) => {
    const value = memberOf(params, name.trim())
    if (format !== undefined && typeof value === 'number') return new Intl.NumberFormat(tag).format(value)
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  })
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) ? own(value, key) : undefined
}

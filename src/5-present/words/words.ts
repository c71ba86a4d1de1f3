import { words as cleaned } from '../../1-decode/text.ts'
import { own } from '../../1-decode/own.ts'
import type { SessionKey } from '../../locales/texts.ts'
import { effectiveStatus } from '../../problem/effective-status.ts'
import type { Problem } from '../../problem/problem.ts'
import { kitNamespace, namespaceOf, type Ask, type Find, type Params } from './ask.ts'
import { durationIn } from './duration.ts'
import { canonical, directionOf } from './languages.ts'
import type { MessageOf, Phrase, Texts, Words } from './types.ts'

/** Where words may stand. */
interface Place extends Omit<Ask, 'params'> {
  /** What a text there may name, for the language that it is in. */
  readonly paramsIn?: ((tag: string) => Params | undefined) | undefined
}

/** A text, and the tag of its language: empty where nobody knows it. */
type Found = readonly [text: string, tag: string]
type AskFor = (...places: readonly Place[]) => Found | undefined

/**
 * The words of a language: what `find` knows, looked for in the languages of the chain, best first. `contracts`
 * names those whose labels an action may have.
 */
export function createWords(chain: readonly string[], contracts: () => readonly string[], find: Find): Words {
  const ask: AskFor = (...places) => {
    for (const { paramsIn, ...place } of places)
      for (const tag of chain) {
        const text = find(tag, { ...place, params: paramsIn?.(tag) })
        if (text !== undefined) return [text, tag]
      }
    return undefined
  }
  // The language that the kit's words are in: the page may speak another, which nobody translated.
  const language = canonical(ask(kitPlace('default', 'title'))?.[1] ?? 'en') ?? 'en'
  const phrase = ([children, tag]: Found): Phrase => {
    const lang = canonical(tag) ?? ''
    return lang === language ? { children } : { children, lang, dir: lang ? directionOf(lang) : 'auto' }
  }
  return {
    ...textsOf(ask, contracts, ([text]) => text),
    phrases: textsOf(ask, contracts, phrase),
    language,
    dir: directionOf(language),
    duration: (milliseconds) => durationIn(language, milliseconds),
  }
}

function textsOf<T>(ask: AskFor, contracts: () => readonly string[], say: (found: Found) => T): Texts<T> {
  const first = (...places: readonly Place[]): T => say(ask(...places) ?? ['', ''])
  // A place that has only one of the two takes the other from the next place: no half of a message is left empty.
  const message = (places: readonly Place[]): MessageOf<T> => {
    const told = places.find((place) => ask(memberOf(place, 'title'), memberOf(place, 'message')))
    const hint = told && ask(memberOf(told, 'hint'))
    return {
      title: first(...places.map((place) => memberOf(place, 'title'))),
      message: first(...places.map((place) => memberOf(place, 'message'))),
      ...(hint && { hint: say(hint) }),
    }
  }
  return {
    problem(problem, { text }) {
      const server = text === 'server' ? (cleaned(problem.detail) ?? cleaned(problem.title)) : undefined
      return { ...message(placesOf(problem)), ...(server && { message: say([server, '']) }) }
    },
    session: (key) => message([kitPlace('session', key)]),
    action(name, contract) {
      const namespaces = [...(contract === undefined ? contracts() : [contract]).map(namespaceOf), kitNamespace]
      const places = namespaces.map((namespace) => ({ namespace, path: ['actions', name] }))
      return first(...places, kitPlace('actions', 'other'))
    },
    part: (key, params) => first({ ...kitPlace('parts', key), paramsIn: () => params }),
  }
}

// What the library itself has to say about a session, by the codes it gives that.
const kitCodes: Readonly<Record<string, SessionKey>> = { SESSION_ENDED: 'ended', SESSION_EXPIRING: 'expiring' }

/** C1's rungs as places, most specific first: the code, the exact status, the status class, the kind, and all the rest. */
function placesOf(problem: Problem): readonly Place[] {
  const { contract, code, kind, variant } = problem
  const status = effectiveStatus(problem)
  const key = own<SessionKey>(kitCodes, code)
  const namespace = namespaceOf(contract)
  const ofKind = kitPlace('kinds', kind)
  const places = [
    ...(variant === undefined ? [] : [{ namespace, path: [code, 'when', variant] }]),
    { namespace, path: [code] },
    ...(contract === 'none' && key !== undefined ? [kitPlace('session', key)] : []),
    // A success says nothing about what broke after it: an answer cut short with a 202 waits for no approval.
    ...(status !== undefined && status < 400 ? [ofKind] : []),
    kitPlace('statuses', String(status)),
    kitPlace('classes', `${String(status).slice(0, 1)}xx`),
    ofKind,
    kitPlace('default'),
  ]
  const paramsIn = paramsOf(problem)
  return places.map((place) => ({ ...place, paramsIn }))
}

function memberOf(place: Place, key: string): Place {
  return { ...place, path: [...place.path, key] }
}

/** What a text may name: the scalar members of the body, and how long the server asked to wait. */
function paramsOf({ data, retryAfter }: Problem): Place['paramsIn'] {
  const members: [string, string | number | boolean][] = []
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'number' || typeof value === 'boolean') members.push([name, value])
    if (typeof value === 'string') members.push([name, cleaned(value) ?? ''])
  }
  const params = Object.fromEntries(members)
  if (retryAfter === undefined) return () => params
  // Only where it is named: most languages that are asked have no such text.
  return (tag) => ({
    ...params,
    get duration() {
      return durationIn(canonical(tag) ?? 'en', retryAfter)
    },
  })
}

function kitPlace(...path: readonly string[]): Place {
  return { namespace: kitNamespace, path }
}

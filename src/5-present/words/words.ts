import { words as cleaned } from '../../1-decode/text.ts'
import { own } from '../../1-decode/own.ts'
import type { SessionKey } from '../../locales/texts.ts'
import type { Message } from '../../problem/contract.ts'
import { effectiveStatus } from '../../problem/effective-status.ts'
import type { Problem } from '../../problem/problem.ts'
import { kitNamespace, namespaceOf, type Ask, type Find, type Params } from './ask.ts'
import { durationIn } from './duration.ts'
import { canonical, directionOf } from './languages.ts'
import type { Words } from './types.ts'

/** Where words may stand. */
type Place = Pick<Ask, 'namespace' | 'path'>
type AskFor = (place: Place, params?: Params) => string | undefined

/**
 * The words of a language: what `find` knows, looked for in the languages of the chain, best first. `contracts`
 * names those whose labels an action may have.
 */
export function createWords(chain: readonly string[], contracts: () => readonly string[], find: Find): Words {
  const language = languageOf(chain, find)
  const duration = (milliseconds: number) => durationIn(language, milliseconds)
  const ask: AskFor = (place, params) => {
    for (const tag of chain) {
      const text = find(tag, { ...place, params })
      if (text !== undefined) return text
    }
    return undefined
  }
  return {
    language,
    dir: directionOf(language),
    duration,
    problem: (problem, { text }) => {
      const message = messageOf(ask, placesOf(problem), paramsOf(problem, duration))
      const server = text === 'server' ? (cleaned(problem.detail) ?? cleaned(problem.title)) : undefined
      return server === undefined ? message : { ...message, message: server }
    },
    session: (key) => messageOf(ask, [kitPlace('session', key)]),
    action: (name, contract) => actionOf(ask, name, contract === undefined ? contracts() : [contract]),
    part: (key, params) => ask(kitPlace('parts', key), params) ?? '',
  }
}

// The language that the kit's words are in: the page may speak another, which nobody translated.
function languageOf(chain: readonly string[], find: Find): string {
  const spoken = chain.find((tag) => find(tag, kitPlace('default', 'title')) !== undefined)
  return canonical(spoken ?? 'en') ?? 'en'
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
  return [
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
}

// A place that has only one of the two takes the other from the next place: no half of a message is left empty.
function messageOf(ask: AskFor, places: readonly Place[], params?: Params): Message {
  const member = (place: Place, key: keyof Message): string | undefined =>
    ask({ ...place, path: [...place.path, key] }, params)
  const first = (key: keyof Message): string =>
    places.reduce<string | undefined>((found, place) => found ?? member(place, key), undefined) ?? ''
  const told = places.find((place) => member(place, 'title') !== undefined || member(place, 'message') !== undefined)
  const hint = told && member(told, 'hint')
  return { title: first('title'), message: first('message'), ...(hint === undefined ? {} : { hint }) }
}

function actionOf(ask: AskFor, name: string, contracts: readonly string[]): string {
  for (const namespace of [...contracts.map(namespaceOf), kitNamespace]) {
    const label = ask({ namespace, path: ['actions', name] })
    if (label !== undefined) return label
  }
  return ask(kitPlace('actions', 'other')) ?? ''
}

/** What a text may name: the scalar members of the body, and how long the server asked to wait. */
function paramsOf({ data, retryAfter }: Problem, duration: Words['duration']): Params {
  const params: [string, string | number | boolean][] = []
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === 'number' || typeof value === 'boolean') params.push([name, value])
    if (typeof value === 'string') params.push([name, cleaned(value) ?? ''])
  }
  if (retryAfter !== undefined) params.push(['duration', duration(retryAfter)])
  return Object.fromEntries(params)
}

function kitPlace(...path: readonly string[]): Place {
  return { namespace: kitNamespace, path }
}

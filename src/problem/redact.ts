import { filtered, isCardNumber, redactText } from './redact-text.ts'
import { namesSecret } from './secret-names.ts'

export { filtered, redactText } from './redact-text.ts'
export { namesSecret } from './secret-names.ts'

const maxDepth = 32
const maxMembers = 20_000
const cut = '[…]'

/** A copy without secrets, safe for `JSON.stringify`. Linear in the input, bounded, and it never throws. */
export function redactData(value: unknown, isSecret: (name: string) => boolean = namesSecret): unknown {
  const seen = new Set<object>()
  let members = 0

  const walk = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return redactText(value)
    if (typeof value === 'number' || typeof value === 'bigint')
      return isCardNumber(String(value)) ? filtered : plain(value)
    if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`
    if (typeof value !== 'object' || value === null) return value
    if (depth >= maxDepth || seen.has(value)) return cut
    seen.add(value)
    const entries = entriesOf(value)
    const kept = entries.slice(0, Math.max(0, maxMembers - members))
    members += entries.length
    if (Array.isArray(value)) return kept.map(([, item]) => walk(item, depth + 1))
    return Object.fromEntries(
      kept.map(([key, member]) => [key, keep(key, member) ? walk(member, depth + 1) : filtered]),
    )
  }
  // That a secret is absent, or whether there is one, is no secret.
  const keep = (key: string, member: unknown) => member == null || typeof member === 'boolean' || !isSecret(key)

  return walk(value, 0)
}

/** A URL without user info, without its fragment, and without the values of parameters that hold a secret. */
export function redactUrl(url: string): string {
  const [beforeHash = ''] = url.split('#', 1)
  const at = beforeHash.indexOf('?')
  const base = redactText(at < 0 ? beforeHash : beforeHash.slice(0, at))
  if (at < 0) return base
  const query = beforeHash
    .slice(at + 1)
    .split('&')
    .map(redactParameter)
  return `${base}?${query.join('&')}`
}

// `code` and `state` are what a sign-in redirect carries; elsewhere `code` is the name of an error and stays.
function redactParameter(pair: string): string {
  const [name = ''] = pair.split('=', 1)
  const text = decodeSafely(pair.slice(name.length + 1))
  const holdsSecret = namesSecret(decodeSafely(name)) || /^(?:code|state)$/i.test(name) || redactText(text) !== text
  return holdsSecret ? `${name}=${filtered}` : pair
}

function plain(value: number | bigint): number | string {
  return typeof value === 'number' && Number.isFinite(value) ? value : String(value)
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  try {
    if (value instanceof Date) return [['date', value.getTime()]]
    return Object.entries(value)
  } catch {
    return [] // a Proxy or a getter may throw
  }
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

// O2: deny by default for keys that name a secret. Whole words, so that "monkey", "author" and "inside" stay readable.
const secretWords = new Set(
  `auth authorization token tokens secret secrets session sessionid password passwd pwd passphrase key apikey jwt
  bearer sso saml csrf xsrf credential credentials sid cookie cookies otp pin mfa 2fa nonce signature sig
  privatekey accesstoken refreshtoken idtoken cvv cvc cardnumber ssn iban input`.split(/\s+/),
)

/** What stands in place of a secret. */
export const filtered = '[Filtered]'

const maxDepth = 32
const maxText = 256 * 1024

/** Does the name of a member, header or parameter speak of a secret? */
export function namesSecret(name: string): boolean {
  const words = name
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return words.some((word) => secretWords.has(word)) || secretWords.has(words.join(''))
}

/** A copy without secrets: members whose key names one are filtered, texts are cleaned. Linear in the input. */
export function redactData(value: unknown, depth = 0, seen: Set<object> = new Set()): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value
  if (depth >= maxDepth || seen.has(value)) return '[…]'
  seen.add(value)
  if (Array.isArray(value)) return value.map((item) => redactData(item, depth + 1, seen))
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      namesSecret(key) ? filtered : redactData(member, depth + 1, seen),
    ]),
  )
}

/** A URL without user info and without the values of parameters whose name speaks of a secret. */
export function redactUrl(url: string): string {
  const [beforeHash = ''] = url.split('#', 1)
  const at = beforeHash.indexOf('?')
  const base = (at < 0 ? beforeHash : beforeHash.slice(0, at)).replace(
    /^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i,
    `$1${filtered}@`,
  )
  if (at < 0) return base
  const query = beforeHash
    .slice(at + 1)
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1)
      return namesSecret(decodeSafely(name)) ? `${name}=${filtered}` : pair
    })
    .join('&')
  return `${base}?${query}`
}

/** A text without the secrets that can be told by their form: bearer tokens, private keys, card numbers, user info in URLs. */
export function redactText(text: string): string {
  return text
    .slice(0, maxText)
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, `$1 ${filtered}`)
    .replace(/-----BEGIN [A-Z ]{1,40}-----[^-]*-----END [A-Z ]{1,40}-----/g, filtered)
    .replace(/\b(?:\d[ -]?){12,18}\d\b/g, filtered)
    .replace(/\/\/[^/\s@:]{1,200}:[^/\s@]{1,200}@/g, `//${filtered}@`)
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

import { namesSecret } from './secret-names.ts'

/** What stands in place of a secret. */
export const filtered = '[Filtered]'

const longest = 256 * 1024

/**
 * A text without the secrets that can be told by their form: private keys, credentials of HTTP, tokens, user info in
 * URLs, card numbers, and values that stand behind a name that speaks of a secret. Linear in the input: every
 * repetition is bounded, or can begin at one place only.
 */
export function redactText(text: string): string {
  const formless = withoutPem(text.slice(0, longest))
    .replace(/^((?:proxy-)?authorization|(?:set-)?cookie)[ \t]{0,4}:.*/gim, `$1: ${filtered}`)
    .replace(/\b(bearer) {1,4}[\w.~+/=-]+/gi, `$1 ${filtered}`)
    .replace(/\b([Bb]asic|BASIC) {1,4}(?=\S*(?:[\d=]|[a-z][A-Z]))[\w+/=-]+/g, `$1 ${filtered}`)
    .replace(/(?<![\w-])eyJ[\w-]+\.[\w.-]+/g, filtered)
    .replace(
      /(?<!\w)(?:(?:sk|pk|rk|whsec)_\w{8,}|sk-[\w-]{8,}|gh[opsu]_\w{8,}|xox[abprs]-[\w-]{8,}|AKIA[\dA-Z]{16})/g,
      filtered,
    )
    .replace(/\/\/[^/\s?#]{1,400}@/g, `//${filtered}@`)
  // Marked at last: within, the mark would make a text of wide characters of it, which is searched four times as long.
  return withoutCards(withoutNamed(formless)) + (text.length > longest ? '…' : '')
}

/** Is it a number that a payment card could have? */
export function isCardNumber(digits: string): boolean {
  return /^[2-6]\d{12,18}$/.test(digits) && luhn(digits)
}

// Cut off before its end, a key is still a key: then all that follows goes.
function withoutPem(text: string): string {
  const begin = '-----BEGIN '
  let kept = ''
  let from = 0
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, from)) {
    const end = text.indexOf('-----END ', at)
    kept += `${text.slice(from, at)}${filtered}`
    if (end < 0) return kept
    const close = text.indexOf('-----', end + 9)
    from = close < 0 ? text.length : close + 5
  }
  return kept + text.slice(from)
}

// `password=…`, `"password": "…"`, and the same inside a string inside JSON. A name that speaks of no secret is passed
// over alone, so that a pair inside its value is still found.
function withoutNamed(text: string): string {
  const name = /(?<![\w-])([a-z][\w.-]{0,63})(?:\\{0,3}["'])?\s{0,4}[:=]\s{0,4}/gi
  const value = /\\{1,3}"[^"\\]*|"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s"',;&<>(){}[\]\\]+/y
  let kept = ''
  let from = 0
  for (let found = name.exec(text); found !== null; found = name.exec(text)) {
    if (!namesSecret(found[1] ?? '')) continue
    value.lastIndex = name.lastIndex
    const secret = value.exec(text)?.[0]
    if (secret === undefined || /^(?:true|false|null)$/.test(secret)) continue
    kept += text.slice(from, name.lastIndex) + inItsQuotes(secret)
    from = name.lastIndex = value.lastIndex
  }
  return kept + text.slice(from)
}

function inItsQuotes(secret: string): string {
  const [quote = ''] = /^\\{0,3}["']?/.exec(secret) ?? []
  return quote.startsWith('\\') ? quote + filtered : quote + filtered + quote
}

function withoutCards(text: string): string {
  return text.replace(/(?<![\d.])\d(?:[ -]?\d){12,18}(?!\d)/g, (found) =>
    isCardNumber(found.replace(/\D/g, '')) ? filtered : found,
  )
}

function luhn(digits: string): boolean {
  const weights = Array.from(digits, (digit, index) => Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1))
  const sum = weights.reduce((total, weight) => total + (weight > 9 ? weight - 9 : weight), 0)
  return sum % 10 === 0
}

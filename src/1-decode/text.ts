/** No word of a server is longer than this. */
export const maxWords = 500

// Controls, bidi overrides and isolates, line separators, byte order marks.
const unsafe = '\\0-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff'
// The quick look takes every surrogate for half a pair; only the second, slower one can tell.
const suspicious = new RegExp(`[${unsafe}\\ud800-\\udfff]`)
const unsafeRuns = new RegExp(`[${unsafe}\\p{Cs}]+`, 'gu')
const breaks = /[\t-\r\x85\u2028\u2029]/
const htmlDocument = /^<(?:!doctype|html|\?xml|head|body)\b/i

/**
 * The words of a server, safe to log and to show as text: without control and bidi characters, at most `limit`
 * characters. `undefined` for what is no text, says nothing, or is a whole HTML document.
 */
export function words(value: unknown, limit = maxWords): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.length <= limit && !suspicious.test(value) ? value.trim() : tidy(value, limit)
  return text === '' || (text.startsWith('<') && htmlDocument.test(text)) ? undefined : text
}

function tidy(value: string, limit: number): string {
  const text = value
    .slice(0, limit * 4) // bounded before any pattern looks at it
    .replace(unsafeRuns, (run) => (breaks.test(run) ? ' ' : ''))
    .trim()
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

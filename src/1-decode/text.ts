/** No word of a server is longer than this. */
export const maxWords = 500

// Controls, bidi overrides and isolates, line separators, byte order marks, halves of a surrogate pair.
const unsafe = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufffe\uffff]+/gu
const breaks = /[\t-\r\x85\u2028\u2029]/
const htmlDocument = /^<(?:!doctype|html|\?xml|head|body)\b/i

/**
 * The words of a server, safe to log and to show as text: without control and bidi characters, at most `limit`
 * characters. `undefined` for what is no text, says nothing, or is a whole HTML document.
 */
export function words(value: unknown, limit = maxWords): string | undefined {
  if (typeof value !== 'string') return undefined
  const start = value.slice(0, limit * 4) // bounded before any pattern looks at it
  const tidy = (start.search(unsafe) < 0 ? start : start.replace(unsafe, spaced)).trim()
  const text = tidy.length <= limit ? tidy : `${tidy.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
  return text === '' || (text.startsWith('<') && htmlDocument.test(text)) ? undefined : text
}

function spaced(run: string): string {
  return breaks.test(run) ? ' ' : ''
}

import type { AuthChallenge } from '../../problem/parts.ts'
import { words } from '../text.ts'

const token = "[\\w!#$%&'*+.^`|~-]+"
const end = '(?=[ \\t]*(?:,|$))'
// Either a parameter of the challenge before it, or a scheme, perhaps with a token68. Several challenges share one line.
const part = new RegExp(
  `[ \\t,]*(?:(${token})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\.)*)"|(${token}))${end}` +
    `|(${token})(?=[ \\t,]|$)(?: +([\\w.~+/-]+=*)${end})?)`,
  'gy',
)

/** `WWW-Authenticate` (RFC 9110, 11.6.1): schemes and parameter names in lower case; a malformed rest is left out. */
export function parseChallenges(header: string | undefined): readonly AuthChallenge[] {
  if (!header) return []
  const found: { scheme: string; params: [string, string][] }[] = []
  for (const [, name, quoted, bare, scheme, token68] of header.slice(0, 8000).matchAll(part)) {
    if (scheme !== undefined)
      found.push({ scheme: scheme.toLowerCase(), params: token68 ? [['token68', token68]] : [] })
    else if (name !== undefined) found.at(-1)?.params.push([name.toLowerCase(), unquote(quoted) ?? bare ?? ''])
  }
  // Entries, not assignments: a parameter may be called __proto__. Reversed, so that of two the first one holds.
  return found.map(({ scheme, params }) => ({ scheme, params: Object.fromEntries(params.reverse()) }))
}

function unquote(quoted: string | undefined): string | undefined {
  return quoted === undefined ? undefined : (words(quoted.replace(/\\(.)/g, '$1')) ?? '')
}

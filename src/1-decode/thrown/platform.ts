import { peek, peekText } from '../own.ts'
import type { Clue } from './clue.ts'

// Names of DOMException and of those who imitate it: `fetch`, AbortSignal, ky, node-fetch. What `fetch` and the reading of a
// body say in a TypeError, in whole messages without their full stop: half of one may be a programming error. Codes of
// Node's sockets, of its resolver and of undici.
const timeouts = [
  'TimeoutError',
  'The request timed out', // Safari
  'Network request timed out', // React Native, whatwg-fetch
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]
const failures = [
  'NetworkError', // XMLHttpRequest in step, ky 2
  'Failed to fetch', // Chromium
  'network error', // Chromium, while the body is read
  'NetworkError when attempting to fetch resource', // Firefox
  'Error in input stream', // Firefox, while the body is read
  'Load failed', // Safari 17 and later
  'The Internet connection appears to be offline', // Safari up to 16
  'The network connection was lost', // Safari
  'Could not connect to the server', // Safari
  'A server with the specified hostname could not be found', // Safari
  'Network request failed', // React Native, whatwg-fetch
  'fetch failed', // Node (undici)
  'terminated', // Node (undici), while the body is read
  'A network error occurred', // Bun
  'Network connection lost', // Cloudflare Workers
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'UND_ERR_SOCKET',
  'ERR_NETWORK', // axios
]
// Chromium and Safari name the host behind what they say.
const ending = /(?: \([^()\s]{1,255}\)|\.)$/
const deno = /^error sending request for url \(/

/** The errors of `fetch`, of `AbortSignal` and of the reading of bodies, in browsers and in other runtimes. */
export function fromPlatform(thrown: unknown): Clue | undefined {
  const name = peekText(thrown, 'name')
  if (name === 'AbortError') return { kind: 'aborted' }
  const message = name === 'TypeError' ? peekText(thrown, 'message') : undefined
  const kind =
    kindOf(name) ?? kindOf(message?.replace(ending, '')) ?? (message && deno.test(message) ? 'network' : undefined)
  // Node says "fetch failed" to everything and why in the cause.
  return kind === 'network' ? (fromSystem(peek(thrown, 'cause')) ?? { kind }) : kind && { kind }
}

/** The system errors of Node. */
export function fromSystem(thrown: unknown): Clue | undefined {
  const kind = kindOf(peekText(thrown, 'code'))
  return kind && { kind }
}

function kindOf(text = ''): Clue['kind'] {
  if (timeouts.includes(text)) return 'timeout'
  return failures.includes(text) ? 'network' : undefined
}

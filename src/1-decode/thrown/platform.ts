import { peek, peekText } from '../own.ts'
import type { Clue } from './clue.ts'

// DOMException and those who imitate it: `fetch`, AbortSignal, ky and node-fetch.
const names: ReadonlyMap<string, Clue['kind']> = new Map([
  ['AbortError', 'aborted'],
  ['TimeoutError', 'timeout'],
  ['NetworkError', 'network'], // XMLHttpRequest in step, ky 2
])

// What `fetch` and the reading of a body say in a TypeError. Whole messages: half of one may be a programming error.
const messages: ReadonlyMap<string, Clue['kind']> = new Map([
  ['Failed to fetch', 'network'], // Chromium
  ['network error', 'network'], // Chromium, while the body is read
  ['NetworkError when attempting to fetch resource.', 'network'], // Firefox
  ['NetworkError when attempting to fetch resource', 'network'], // Firefox, as some collectors trim it
  ['Error in input stream', 'network'], // Firefox, while the body is read
  ['Load failed', 'network'], // Safari 17 and later
  ['The Internet connection appears to be offline.', 'network'], // Safari up to 16
  ['The Internet connection appears to be offline', 'network'], // Safari, trimmed likewise
  ['The network connection was lost.', 'network'], // Safari
  ['Could not connect to the server.', 'network'], // Safari
  ['A server with the specified hostname could not be found.', 'network'], // Safari
  ['The request timed out.', 'timeout'], // Safari
  ['Network request failed', 'network'], // React Native, whatwg-fetch
  ['Network request timed out', 'timeout'], // React Native, whatwg-fetch
  ['fetch failed', 'network'], // Node (undici)
  ['terminated', 'network'], // Node (undici), while the body is read
  ['A network error occurred.', 'network'], // Bun
  ['Network connection lost', 'network'], // Cloudflare Workers
  ['Network connection lost.', 'network'], // Cloudflare Workers
])
const withHost = /^(?:Failed to fetch|Load failed) \([^()\s]{1,255}\)$/ // Chromium and Safari since they name the host
const deno = /^error sending request for url \(/

/** The errors of `fetch`, of `AbortSignal` and of the reading of bodies, in browsers and in other runtimes. */
export function fromPlatform(thrown: unknown): Clue | undefined {
  const name = peekText(thrown, 'name') ?? ''
  const message = peekText(thrown, 'message') ?? ''
  const kind = names.get(name) ?? (name === 'TypeError' ? ofMessage(message) : undefined)
  return kind && { kind: kind === 'network' && hasTimedOut(thrown) ? 'timeout' : kind }
}

function ofMessage(message: string): Clue['kind'] {
  return messages.get(message) ?? (withHost.test(message) || deno.test(message) ? 'network' : undefined)
}

/** Node says "fetch failed" to everything and why in the cause. */
function hasTimedOut(thrown: unknown): boolean {
  return fromSystem(peek(thrown, 'cause'))?.kind === 'timeout'
}

// Codes of Node's sockets, of its resolver and of undici.
const timeouts = new Set([
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])
const failures = new Set([
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
])

/** The system errors of Node. */
export function fromSystem(thrown: unknown): Clue | undefined {
  const code = peekText(thrown, 'code') ?? ''
  if (timeouts.has(code)) return { kind: 'timeout' }
  return failures.has(code) ? { kind: 'network' } : undefined
}

import { isIdempotent, isSafe } from '../3-decide/retryable.ts'
import type { Contract } from '../problem/contract.ts'

/** The request under this key, in the contract's header. */
export function withKey(request: Request, contract: Contract, key: string | undefined): Request {
  const { name, quoted } = headerOf(contract)
  if (key !== undefined) request.headers.set(name, quoted ? JSON.stringify(key) : key)
  return request
}

/** Does this request change something, and under no key yet? */
export function needsKey(request: Request, contract: Contract): boolean {
  return !isSafe(request.method) && !isKeyed(request, contract)
}

/** Does it carry a key? */
export function isKeyed(request: Request, contract: Contract): boolean {
  return request.headers.has(headerOf(contract).name)
}

/** Does sending it twice do no more than sending it once? */
export function isRepeatable(request: Request, contract: Contract): boolean {
  return isIdempotent(request.method) || isKeyed(request, contract)
}

/** A key of its own. `crypto.randomUUID` exists in secure contexts only; these 128 bits do everywhere. */
export function randomKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * S6: a browser takes a header along wherever it is redirected, and does not say where to. What goes to the page's own
 * origin is kept on it; elsewhere a redirect is not followed.
 */
export function stayHome(request: Request): RequestInit {
  const isHere = new URL(request.url).origin === globalThis.location?.origin
  return isHere ? { mode: 'same-origin' } : { redirect: 'manual' }
}

function headerOf({ idempotencyHeader = 'Idempotency-Key' }: Contract): { name: string; quoted: boolean } {
  return typeof idempotencyHeader === 'string' ? { name: idempotencyHeader, quoted: false } : idempotencyHeader
}

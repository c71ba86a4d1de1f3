import type { HttpContext, Reading } from '../../problem/reading.ts'
import { readChallenge } from './challenge.ts'

/** The code of a challenge that asks for a stronger sign-in (RFC 9470). */
export const stepUpCode = 'insufficient_user_authentication'

/** A challenge that asks for a stronger sign-in, whatever the body says: no refresh can help there. */
export function stepUp(body: unknown, http: HttpContext): Reading | undefined {
  const reading = readChallenge(body, http)
  return reading?.code === stepUpCode ? reading : undefined
}

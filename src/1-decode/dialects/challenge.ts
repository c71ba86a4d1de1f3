import type { HttpContext, Reading } from '../../problem/reading.ts'
import { parseChallenges } from '../headers/challenges.ts'
import { own } from '../own.ts'

/** The `error` of a Bearer or DPoP challenge (RFC 6750, 9449, 9470), for answers whose body says nothing. */
export function challenge(body: unknown, http: HttpContext): Reading | undefined {
  return typeof body === 'object' ? undefined : readChallenge(body, http)
}

/** The first challenge that names an error. */
export function readChallenge(_body: unknown, { headers }: HttpContext): Reading | undefined {
  for (const { params } of parseChallenges(headers.get('www-authenticate') ?? undefined)) {
    const code = own(params, 'error')
    if (typeof code === 'string') return { code, detail: params['error_description'] }
  }
  return undefined
}

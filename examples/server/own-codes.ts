import { json, type Reply } from './http.ts'

/** Codes that this demo adds to those of the document, to show a session that runs out and one that is too old. */
const own = {
  AUTH_SESSION_IDLE: { title: 'Unauthorized', detail: 'Nobody has used this session for too long.' },
  AUTH_SIGN_IN_TOO_OLD: { title: 'Unauthorized', detail: 'This needs a sign-in of the last few minutes.' },
} as const

/** Nothing is lost, but its user has to sign in again. */
export function idle(instance: string): Reply {
  return refusal('AUTH_SESSION_IDLE', instance, 'error="invalid_token"')
}

/** Signed in, but too long ago for this (RFC 9470). */
export function tooOld(instance: string): Reply {
  return refusal('AUTH_SIGN_IN_TOO_OLD', instance, 'error="insufficient_user_authentication", max_age=300')
}

function refusal(code: keyof typeof own, instance: string, challenge: string): Reply {
  const body = { type: 'about:blank', status: 401, instance, code, ...own[code] }
  return json(401, body, {
    'content-type': 'application/problem+json',
    'www-authenticate': `Bearer realm="six-lines", ${challenge}`,
  })
}

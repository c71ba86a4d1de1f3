import { randomInt, randomUUID } from 'node:crypto'
import { readJson, userOf, type Call, type Routes } from '../call.ts'
import { empty, json, Refusal, text } from '../http.ts'
import { readingLanguage } from '../readings/compose.ts'
import { userFor } from '../seed.ts'
import { idle } from '../own-codes.ts'
import type { DemoState } from '../state.ts'

/** Sign-in by one-time code, refresh with rotation, sign-out. */
export const authRoutes: Routes = {
  'POST /api/auth/code': async (call) => {
    const email = await emailIn(call)
    const { codes, options } = call.state
    const wait = (codes.get(email)?.sentAt ?? -Infinity) + options.codeCooldown - Date.now()
    if (wait > 0) throw new Refusal('AUTH_TOO_MANY_REQUESTS', { retryAfter: Math.ceil(wait / 1000) })
    codes.set(email, { code: String(randomInt(100_000, 1_000_000)), sentAt: Date.now() })
    return json(200, { sent: true })
  },

  'POST /api/auth/verify': async (call) => {
    const body = await readJson(call)
    const email = text(body['email']).trim().toLowerCase()
    const known = call.state.codes.get(email)
    if (!known || text(body['otp']).replace(/\s/g, '') !== known.code)
      throw new Refusal('AUTH_VERIFICATION_CODE_INVALID')
    if (email.startsWith('nobody@')) throw new Refusal('AUTH_USER_NOT_FOUND')
    call.state.codes.delete(email)
    const user = userFor(call.state, email, readingLanguage(call.request.headers['accept-language']))
    call.state.fresh.set(user.id, Date.now() + freshFor)
    return json(200, { ...grant(call.state, user.id, randomUUID()), user: { id: user.id, email } })
  },

  'POST /api/auth/refresh': async (call) => {
    const token = text((await readJson(call))['refreshToken'])
    const known = call.state.refresh.get(token)
    if (!known) throw new Refusal('AUTH_REFRESH_TOKEN_INVALID')
    if (known.used) {
      revokeFamily(call.state, known.family)
      throw new Refusal('AUTH_REFRESH_TOKEN_INVALID')
    }
    if (known.idleAt <= Date.now()) return idle(call.url.pathname)
    const user = call.state.users.get(known.userId)
    if (!user) throw new Refusal('AUTH_USER_NOT_FOUND')
    known.used = true
    return json(200, { ...grant(call.state, user.id, known.family), user: { id: user.id, email: user.email } })
  },

  'POST /api/auth/logout': async (call) => {
    const token = (await readJson(call))['refreshToken']
    if (typeof token !== 'string' || token === '') throw new Refusal('AUTH_REFRESH_TOKEN_MISSING')
    const known = call.state.refresh.get(token)
    if (known) revokeFamily(call.state, known.family)
    return empty()
  },

  'GET /api/me': (call) => {
    const user = userOf(call)
    return json(200, { id: user.id, email: user.email })
  },
}

const freshFor = 300_000

async function emailIn(call: Call): Promise<string> {
  const email = text((await readJson(call))['email'])
    .trim()
    .toLowerCase()
  if (/^[^\s@]+@[^\s@]+$/.test(email)) return email
  throw new Refusal('REQUEST_VALIDATION_ERROR', {
    fields: [{ name: 'email', detail: 'Not an e-mail address', rule: 'value_error.email' }],
  })
}

function grant(state: DemoState, userId: string, family: string) {
  const [accessToken, refreshToken] = [randomUUID(), randomUUID()]
  const now = Date.now()
  const expiresAt = now + state.options.accessTtl
  const sessionExpiresAt = now + state.options.sessionTtl
  state.access.set(accessToken, { userId, expiresAt })
  state.refresh.set(refreshToken, { userId, family, used: false, idleAt: sessionExpiresAt })
  return { accessToken, refreshToken, expiresAt, sessionExpiresAt }
}

// A refresh token that comes twice was stolen or lost its race: all of its line end.
function revokeFamily(state: DemoState, family: string): void {
  for (const [token, known] of state.refresh) if (known.family === family) state.refresh.delete(token)
}

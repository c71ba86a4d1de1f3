import { readJson, userOf, type Call, type Routes } from '../call.ts'
import { empty, json, Refusal, type WrongField } from '../http.ts'
import { tooOld } from '../own-codes.ts'
import { signedUrl } from '../storage.ts'
import type { Profile, User } from '../state.ts'

/** The profile, and the end of the account. */
export const profileRoutes: Routes = {
  'GET /api/profile': (call) => json(200, profileOf(call, userOf(call))),

  'PATCH /api/profile': async (call) => {
    const user = userOf(call)
    const current = profileOf(call, user)
    const body = await readJson(call)
    const wrong = wrongFields(body)
    if (wrong.length > 0) throw new Refusal('PROFILE_PAYLOAD_INVALID', { fields: wrong })
    const given = body as Partial<Profile>
    user.profile = {
      displayName: given.displayName?.trim() ?? current.displayName,
      about: given.about ?? current.about,
      birthYear: given.birthYear === undefined ? current.birthYear : given.birthYear,
    }
    return json(200, profileOf(call, user))
  },

  'POST /api/profile/bootstrap': (call) => {
    const user = userOf(call)
    user.profile ??= { displayName: user.email.split('@')[0] ?? 'Guest', about: '', birthYear: null }
    return json(201, profileOf(call, user))
  },

  'DELETE /api/profile': (call) => {
    const user = userOf(call)
    const { state } = call
    if ((state.fresh.get(user.id) ?? 0) <= Date.now()) return tooOld(call.url.pathname)
    state.users.delete(user.id)
    for (const [id, session] of state.sessions) if (session.userId === user.id) state.sessions.delete(id)
    for (const [token, known] of state.refresh) if (known.userId === user.id) state.refresh.delete(token)
    for (const [token, known] of state.access) if (known.userId === user.id) state.access.delete(token)
    return empty()
  },
}

function profileOf(call: Call, user: User) {
  if (!user.profile) throw new Refusal('PROFILE_NOT_FOUND')
  return { ...user.profile, email: user.email, avatarUrl: user.avatar ? signedUrl(call.state, user.avatar) : null }
}

function wrongFields(body: Readonly<Record<string, unknown>>): readonly WrongField[] {
  const wrong: WrongField[] = []
  const { displayName, about, birthYear } = body
  if (displayName !== undefined && !isText(displayName, 1, 24))
    wrong.push({ name: 'displayName', detail: 'Between 1 and 24 characters', rule: lengthRule(displayName) })
  if (about !== undefined && !isText(about, 0, 160))
    wrong.push({ name: 'about', detail: 'At most 160 characters', rule: 'string_too_long' })
  if (birthYear !== undefined && birthYear !== null && !isYear(birthYear))
    wrong.push({ name: 'birthYear', detail: 'A year between 1900 and this one' })
  return wrong
}

function isText(value: unknown, least: number, most: number): boolean {
  return typeof value === 'string' && value.trim().length >= least && value.length <= most
}

function lengthRule(value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' ? 'string_too_long' : 'string_too_short'
}

function isYear(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1900 && Number(value) <= new Date().getFullYear()
}

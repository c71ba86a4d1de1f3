import { once, readJson, userOf, type Routes } from '../call.ts'
import { json, Refusal } from '../http.ts'
import { newInviteCode } from '../seed.ts'

/** What a run costs, in points. */
export const costs = { divination: 20, follow_up: 5 } as const

/** What can be bought. */
export const packs = { small: 40, medium: 120, large: 400 } as const

/** Points, notifications and the invite code. */
export const smallRoutes: Routes = {
  'GET /api/points': (call) => json(200, { balance: userOf(call).points, costs, packs }),

  'POST /api/points/recharge': async (call) => {
    const user = userOf(call)
    const { pack } = await readJson(call)
    const points =
      typeof pack === 'string' && Object.hasOwn(packs, pack) ? packs[pack as keyof typeof packs] : undefined
    if (points === undefined)
      throw new Refusal('REQUEST_VALIDATION_ERROR', { fields: [{ name: 'pack', detail: 'Not a pack on offer' }] })
    const answer = await once(call, () => {
      user.points += points
      return { status: 200, value: { balance: user.points } }
    })
    return json(answer.status, answer.value)
  },

  'GET /api/notifications': (call) => json(200, { notifications: userOf(call).notices }),

  'POST /api/notifications/{id}/read': (call) => {
    const user = userOf(call)
    const { id } = call.params
    if (!user.notices.some((notice) => notice.id === id)) throw new Refusal('NOTIFICATION_NOT_FOUND')
    user.notices = user.notices.map((notice) => (notice.id === id ? { ...notice, read: true } : notice))
    return json(200, { id, read: true })
  },

  'GET /api/invite': (call) => {
    const { inviteCode } = userOf(call)
    if (inviteCode === undefined) throw new Refusal('INVITE_CODE_NOT_FOUND')
    return json(200, { code: inviteCode })
  },

  'POST /api/invite/bootstrap': (call) => {
    const user = userOf(call)
    user.inviteCode ??= newInviteCode()
    return json(201, { code: user.inviteCode })
  },
}

import { gateSign } from '../3-decide/gate-sign.ts'
import { originOf } from '../problem/route.ts'
import type { Desk } from './desk.ts'
import { isGlobal } from './incidents.ts'

/** One calm notice while the origin is away (the banner), and one quiet one when it is back. */
export function tellOfGates(desk: Desk): void {
  const { cooldowns, gates, store } = desk.runtime
  const incidentsOf = (origin?: string) =>
    desk.incidents.all().filter(({ latest: { problem, remedy } }) => {
      const isIts = origin === undefined || originOf(problem.request?.url) === origin
      return isIts && gateSign(problem, remedy) === 'unreachable'
    })
  gates.notices.listener = {
    closed() {
      // An incident that is open has said so already.
      if (incidentsOf().length === 0) desk.say({ of: 'text', key: 'reconnecting' })
    },
    opened(origin, told) {
      cooldowns.reached(origin)
      // A part that shows one in place still has nothing else to show; and where all are tried again, the first one that is
      // answered must not keep the others from it.
      for (const incident of incidentsOf(origin))
        if (isGlobal(incident) && incident.busy !== 'retry') desk.incidents.closeWhenRead(incident)
      if (told && Object.keys(store.getState().gates).length === 0) desk.say({ of: 'text', key: 'backOnline' })
    },
  }
}

/** Signed in again: what asked for that has been done, by whichever form it was. */
export function closeSignIns({ incidents, runtime }: Desk): void {
  runtime.store.subscribe(({ session }, before) => {
    if (session.status !== 'active' || ['active', 'refreshing'].includes(before.session.status)) return
    for (const incident of incidents.all())
      if (incident.latest.remedy.offer.includes('login')) incidents.close(incident)
  })
}

/** Where nothing but the wait was to be done, the end of the wait is the end of the incident. */
export function closeWaiters(desk: Desk, limit: string): void {
  const waiting = desk.incidents.all().filter((incident) => incident.limit === limit)
  if (waiting.length === 0) return
  desk.say({ of: 'text', key: 'cooldownOver' })
  for (const incident of waiting)
    if (!desk.incidents.snapshot(incident).offer.includes('retry')) desk.incidents.closeWhenRead(incident)
  desk.incidents.publish()
}

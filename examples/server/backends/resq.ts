import { randomUUID } from 'node:crypto'
import { userOf, type Call, type Routes } from '../call.ts'
import { empty, json, text } from '../http.ts'
import { allAnswering, bodyOf, Failure } from './answer.ts'
import type { Mission } from './lab-state.ts'
import { resqWire as wire } from './resq-wire.ts'

const routes: Routes = {
  'GET /resq/coordination/missions': (call) => {
    authenticate(call)
    return json(200, { missions: missionsOf(call) })
  },

  'POST /resq/coordination/missions': async (call) => {
    authenticate(call)
    const body = await bodyOf(call, wire.HTTP_400)
    const id = text(body['mission_id']).trim()
    if (id === '') throw new Failure(wire.HTTP_422)
    const mission: Mission = { id, place: text(body['place']), status: 'waiting', contested: false }
    call.state.lab.resq.missions.push(mission)
    return json(201, withoutSecret(mission))
  },

  // Approving is up to a human who is authorized for it; the operators of this demo are not.
  'POST /resq/coordination/missions/{id}/approve': (call) => {
    authenticate(call)
    missionOf(call)
    throw new Failure(wire.HTTP_403)
  },

  'POST /resq/coordination/missions/{id}/claim': (call) => {
    authenticate(call)
    const mission = missionOf(call)
    if (mission.contested) Object.assign(mission, { contested: false, status: 'approved' })
    if (mission.status === 'approved') throw new Failure(wire.HTTP_409)
    return json(200, withoutSecret(mission))
  },

  'POST /resq/coordination/telemetry': (call) => {
    authenticate(call)
    return json(202, { queued: true })
  },

  'POST /resq/infrastructure/evidence': (call) => {
    authenticate(call, wire.HTTP_401_infrastructure)
    return json(201, { id: randomUUID() })
  },

  'DELETE /resq/infrastructure/evidence/{id}': (call) => {
    authenticate(call, wire.HTTP_401_infrastructure)
    return empty()
  },
}

/** Answers as the two ResQ services are documented. */
export const resqRoutes = allAnswering(routes, wire.HTTP_500)

// Operators sign in where the users of the product do.
function authenticate(call: Call, failure: (typeof wire)['HTTP_401' | 'HTTP_401_infrastructure'] = wire.HTTP_401) {
  try {
    return userOf(call)
  } catch {
    throw new Failure(failure)
  }
}

function missionsOf(call: Call) {
  return call.state.lab.resq.missions.map(withoutSecret)
}

function missionOf(call: Call): Mission {
  const mission = call.state.lab.resq.missions.find(({ id }) => id === call.params['id'])
  if (mission === undefined) throw new Failure(wire.HTTP_404)
  return mission
}

function withoutSecret({ id, place, status }: Mission) {
  return { id, place, status }
}

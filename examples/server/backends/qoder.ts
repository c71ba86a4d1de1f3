import { randomUUID } from 'node:crypto'
import type { Call, Routes } from '../call.ts'
import { json, text } from '../http.ts'
import { allAnswering, bodyOf, Failure, header } from './answer.ts'
import { labKeys } from './lab-state.ts'
import { memory, qoderWire as wire } from './qoder-wire.ts'

/** Where a client names the beta features that it speaks. */
export const betaHeader = 'qoder-beta'

const routes: Routes = {
  'GET /qoder/v1/agents': (call) => {
    authenticate(call)
    return json(200, { agents: call.state.lab.qoder.agents })
  },

  'POST /qoder/v1/agents': async (call) => {
    authenticate(call)
    const { qoder } = call.state.lab
    const body = await bodyOf(call, wire.invalid_request_error_no_param)
    const name = text(body['name']).trim()
    if (name === '') throw new Failure(wire.invalid_request_error)
    checkKey(call, JSON.stringify(body))
    if (qoder.agents.some((agent) => agent.name === name)) throw new Failure(wire.conflict_error_name)
    const agent = { id: `agent_${randomUUID().slice(0, 8)}`, name, model: 'qoder-1' }
    qoder.agents.push(agent)
    return json(201, agent)
  },

  'GET /qoder/v1/agents/{id}': (call) => {
    authenticate(call)
    const { id } = call.params
    if (id?.startsWith('agent_other_') === true) throw new Failure(wire.permission_error)
    const agent = call.state.lab.qoder.agents.find((each) => each.id === id)
    if (agent === undefined) throw new Failure(wire.not_found_error)
    return json(200, agent)
  },

  'GET /qoder/v1/memory': (call) => {
    authenticate(call)
    const betas = header(call, betaHeader).split(/,\s*/).filter(Boolean)
    if (betas.length === 0) throw new Failure(wire.feature_not_available_missing)
    if (!betas.includes(memory.available_from)) throw new Failure(wire.feature_not_available_outdated)
    return json(200, { entries: 3 })
  },

  'POST /qoder/v1/sessions': (call) => {
    authenticate(call)
    const id = `sess_${randomUUID().slice(0, 8)}`
    call.state.lab.qoder.sessions.set(id, true)
    return json(201, { id })
  },

  'POST /qoder/v1/sessions/{id}/messages': async (call) => {
    authenticate(call)
    await bodyOf(call, wire.invalid_request_error_no_param)
    const { id = '' } = call.params
    const isOpen = call.state.lab.qoder.sessions.get(id)
    if (isOpen === undefined) throw new Failure(wire.not_found_error)
    if (!isOpen) throw new Failure(wire.conflict_error_session)
    return json(201, { id: randomUUID(), session: id })
  },
}

/** Answers as the Qoder Cloud Agents API is documented. */
export const qoderRoutes = allAnswering(routes, wire.api_error)

// Bearer alone: a key under `x-api-key` is as good as none.
function authenticate(call: Call): void {
  if (header(call, 'authorization') !== `Bearer ${labKeys.qoder}`) throw new Failure(wire.authentication_error)
}

function checkKey(call: Call, body: string): void {
  const key = header(call, 'idempotency-key')
  const { keys } = call.state.lab.qoder
  if (key === '') return
  const before = keys.get(key)
  if (before !== undefined && before !== body) throw new Failure(wire.conflict_error)
  keys.set(key, body)
}

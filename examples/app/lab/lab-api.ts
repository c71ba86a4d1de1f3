import type { RemedyClient } from 'react-remedy'
import { createHttp, type Http, type Send } from '../backend/http.ts'
import { creatoria, elsewhere, qoder, resq } from './contracts.ts'
import type { LabStore } from './lab-store.ts'

export interface Agent {
  readonly id: string
  readonly name: string
  readonly model: string
}

export interface Mission {
  readonly id: string
  readonly place: string
  readonly status: 'waiting' | 'approved'
}

export type LabApi = ReturnType<typeof createLabApi>

/** Every call to the backends beside the product's own. Each sends what its backend wants to see. */
export function createLabApi(client: RemedyClient, lab: LabStore, language: () => string) {
  const http = (send: Send, headers: () => Record<string, string>) => createHttp(withHeaders(send, headers), language)
  return {
    qoder: qoderCalls(
      http(client.fetch(qoder), () => qoderHeaders(lab)),
      lab,
    ),
    creatoria: creatoriaCalls(http(client.fetch(creatoria), () => creatoriaHeaders(lab))),
    resq: resqCalls(http(client.fetch(resq), () => ({}))),
    elsewhere: (shape: string) => client.fetch(elsewhere)(`/elsewhere/${shape}`, { method: 'POST' }),
  }
}

function qoderCalls({ get, send }: Http, lab: LabStore) {
  return {
    agents: async (signal?: AbortSignal) =>
      (await get<{ readonly agents: readonly Agent[] }>('/qoder/v1/agents', signal)).agents,
    agent: (id: string) => get<Agent>(`/qoder/v1/agents/${encodeURIComponent(id)}`),
    create: (name: string) => send<Agent>('POST', '/qoder/v1/agents', name === '' ? {} : { name }),
    memory: () => get<{ readonly entries: number }>('/qoder/v1/memory'),
    startSession: () => send<{ readonly id: string }>('POST', '/qoder/v1/sessions'),
    message: () => send<{ readonly session: string }>('POST', `/qoder/v1/sessions/${lab.getState().session}/messages`),
  }
}

function creatoriaCalls({ get, send, raw }: Http) {
  return {
    agents: async (signal?: AbortSignal) =>
      (await get<{ readonly agents: readonly Agent[] }>('/creatoria/v1/agents', signal)).agents,
    agent: (id: string) => get<Agent>(`/creatoria/v1/agents/${encodeURIComponent(id)}`),
    create: (agent: { readonly name: string; readonly model: string }) =>
      send<Agent>('POST', '/creatoria/v1/agents', agent),
    chat: ({ signal, headers }: { readonly signal: AbortSignal; readonly headers: HeadersInit }) =>
      raw('/creatoria/v1/chat', { method: 'POST', body: '{}', signal, headers }),
  }
}

function resqCalls({ get, send, raw }: Http) {
  return {
    missions: async (signal?: AbortSignal) =>
      (await get<{ readonly missions: readonly Mission[] }>('/resq/coordination/missions', signal)).missions,
    create: (mission_id: string) => send<Mission>('POST', '/resq/coordination/missions', { mission_id }),
    approve: (id: string) => send<Mission>('POST', `/resq/coordination/missions/${encodeURIComponent(id)}/approve`),
    claim: (id: string) => send<Mission>('POST', `/resq/coordination/missions/${encodeURIComponent(id)}/claim`),
    telemetry: () => send<{ readonly queued: boolean }>('POST', '/resq/coordination/telemetry'),
    evidence: () => send<{ readonly id: string }>('POST', '/resq/infrastructure/evidence'),
    removeEvidence: () => raw('/resq/infrastructure/evidence/1', { method: 'DELETE' }),
  }
}

function qoderHeaders(lab: LabStore): Record<string, string> {
  const { token, beta } = lab.getState()
  return { authorization: `Bearer ${token}`, ...(beta === '' ? {} : { 'qoder-beta': beta }) }
}

function creatoriaHeaders(lab: LabStore): Record<string, string> {
  const { apiKey, project } = lab.getState()
  return { 'x-api-key': apiKey, ...(project === '' ? {} : { 'x-project-id': project }) }
}

function withHeaders(send: Send, extra: () => Record<string, string>): Send {
  return (input, init = {}) => {
    const headers = new Headers(init.headers)
    for (const [name, value] of Object.entries(extra())) headers.set(name, value)
    return send(input, { ...init, headers })
  }
}

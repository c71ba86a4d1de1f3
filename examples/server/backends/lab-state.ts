/** What the three backends know: a few agents, keys, limits and missions. Gone with the server. */
export interface LabState {
  readonly qoder: {
    readonly agents: Agent[]
    /** Idempotency key → the body that it came with. */
    readonly keys: Map<string, string>
    /** Session → whether something can still be added to it. */
    readonly sessions: Map<string, boolean>
  }
  readonly creatoria: {
    readonly agents: Agent[]
    readonly meter: { used: number; startedAt: number }
  }
  readonly resq: { readonly missions: Mission[] }
}

export interface Agent {
  readonly id: string
  readonly name: string
  readonly model: string
}

export interface Mission {
  readonly id: string
  readonly place: string
  status: 'waiting' | 'approved'
  /** Another operator decides on it just before the first one who tries. */
  contested: boolean
}

/** The keys that are accepted; everything else is unknown. */
export const labKeys = { qoder: 'pt-demo', creatoria: { admin: 'ck-admin', read: 'ck-read' } } as const

/** The projects that a Creatoria agent can belong to. */
export const labProjects = ['river', 'mountain'] as const

/** As it is when a server starts. */
export function createLabState(): LabState {
  return {
    qoder: {
      agents: [agent('agent_101', 'Scribe', 'qoder-1'), agent('agent_102', 'Reviewer', 'qoder-1')],
      keys: new Map(),
      sessions: new Map([['sess_204', false]]),
    },
    creatoria: { agents: [agent('agent_301', 'Muse', 'aria-2')], meter: { used: 0, startedAt: 0 } },
    resq: {
      missions: [mission('m-17', 'North ridge', false), mission('m-18', 'Old harbour', true)],
    },
  }
}

function agent(id: string, name: string, model: string): Agent {
  return { id, name, model }
}

function mission(id: string, place: string, contested: boolean): Mission {
  return { id, place, status: 'waiting', contested }
}

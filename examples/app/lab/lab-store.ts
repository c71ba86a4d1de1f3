import { createStore, type StoreApi } from 'zustand/vanilla'

/** What the other backends want to be told with every request, and what the user is being asked for. */
export interface Lab {
  /** Qoder's access token. */
  readonly token: string
  /** The beta identifier that goes along; none at first. */
  readonly beta: string
  /** The Qoder session that messages go to. The first one has ended. */
  readonly session: string
  /** Creatoria's API key. */
  readonly apiKey: string
  /** The project that goes along as `X-Project-Id`. */
  readonly project: string
  readonly ask: Ask | undefined
  /** Backend → the failure that its next answer shall be; nothing: as it is. */
  readonly next: { readonly [Backend in BackendName]?: string | undefined }
}

export type BackendName = 'divination' | 'qoder' | 'creatoria' | 'resq'

/** A question to the user, and what happens with the answer; none when the user called it off. */
export interface Ask {
  readonly for: 'token' | 'apiKey' | 'project'
  readonly done: (answer: string | undefined) => void
}

export type LabStore = StoreApi<Lab>

export const emptyLab: Lab = {
  token: 'pt-demo',
  beta: '',
  session: 'sess_204',
  apiKey: 'ck-admin',
  project: '',
  ask: undefined,
  next: {},
}

/** The lab as it is when the page is opened. */
export function createLab(): LabStore {
  return createStore<Lab>(() => emptyLab)
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Attachment } from '../backend/types.ts'

/** What lies on the user's desk: the question being asked, and what is open beside it. */
export interface Desk {
  readonly question: string
  /** Six throws from the bottom up, or none yet. */
  readonly lines: readonly number[]
  readonly attachments: readonly Attachment[]
  readonly rechargeOpen: boolean
  /** Which composer listens instead of being typed into. */
  readonly voice: boolean
  /** Counts requests to send the question once more with new lines. */
  readonly resubmit: number
}

export type DeskStore = StoreApi<Desk>

/** An empty desk. */
export function createDesk(): DeskStore {
  return createStore<Desk>(() => emptyDesk)
}

export const emptyDesk: Desk = {
  question: '',
  lines: [],
  attachments: [],
  rechargeOpen: false,
  voice: false,
  resubmit: 0,
}

/** Throws three coins six times: 6 and 9 move, one time in eight each. */
export function throwLines(): readonly number[] {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(6)),
    (byte) => 6 + [byte & 1, (byte >> 1) & 1, (byte >> 2) & 1].reduce(add, 0),
  )
}

function add(a: number, b: number): number {
  return a + b
}

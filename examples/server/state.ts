import { randomUUID } from 'node:crypto'
import { createLabState } from './backends/lab-state.ts'

/** What `createDemoServer` can be told. Durations in milliseconds. */
export interface DemoOptions {
  /** Between two events of a reading; 0 sends them at once. @default 55 */
  readonly pace?: number
  /** How long an access token holds. @default 600000 */
  readonly accessTtl?: number
  /** How long a session goes on that nobody uses. @default 3600000 */
  readonly sessionTtl?: number
  /** How long the next one-time code has to wait. @default 30000 */
  readonly codeCooldown?: number
  /** Open event streams a user may have. @default 3 */
  readonly streamLimit?: number
}

export interface Profile {
  readonly displayName: string
  readonly about: string
  readonly birthYear: number | null
}

export interface Notice {
  readonly id: string
  readonly kind: 'welcome' | 'points' | 'season'
  readonly at: number
  readonly read: boolean
}

export interface User {
  readonly id: string
  readonly email: string
  profile: Profile | undefined
  avatar: string | undefined
  points: number
  inviteCode: string | undefined
  notices: readonly Notice[]
}

export interface Casting {
  readonly question: string
  /** Six throws from the bottom up: 6 and 8 broken, 7 and 9 whole, 6 and 9 moving. */
  readonly lines: readonly number[]
}

/** What a run says, and when it may say it. */
export interface Run {
  readonly id: string
  readonly sessionId: string
  readonly startedAt: number
  readonly events: readonly { readonly event: string; readonly data: unknown }[]
}

export interface Message {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly runId: string | undefined
}

export interface Attachment {
  readonly bucket: string
  readonly path: string
  readonly name: string
  readonly type: string
}

export interface Session {
  readonly id: string
  readonly userId: string
  readonly createdAt: number
  readonly casting: Casting
  messages: readonly Message[]
}

export interface StoredFile {
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Approval {
  readonly id: string
  readonly userId: string
  readonly subject: string
  readonly key: string
  outcome: 'pending' | 'approved' | 'rejected'
}

/** Everything one server knows. One per server, gone with it. */
export function createState(options: DemoOptions = {}) {
  return {
    options: { pace: 55, accessTtl: 600_000, sessionTtl: 3_600_000, codeCooldown: 30_000, streamLimit: 3, ...options },
    secret: randomUUID(),
    users: new Map<string, User>(),
    codes: new Map<string, { code: string; sentAt: number }>(),
    access: new Map<string, { userId: string; expiresAt: number }>(),
    refresh: new Map<string, { userId: string; family: string; used: boolean; idleAt: number }>(),
    /** Until when a user counts as freshly signed in. */
    fresh: new Map<string, number>(),
    sessions: new Map<string, Session>(),
    runs: new Map<string, Run>(),
    files: new Map<string, StoredFile>(),
    approvals: new Map<string, Approval>(),
    replies: new Map<string, { status: number; value: unknown }>(),
    streams: new Map<string, number>(),
    lab: createLabState(),
  }
}

export type DemoState = ReturnType<typeof createState>

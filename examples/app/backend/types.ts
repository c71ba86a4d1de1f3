/** What the server answers, as this application uses it. */

export interface Profile {
  readonly displayName: string
  readonly about: string
  readonly birthYear: number | null
  readonly email: string
  readonly avatarUrl: string | null
}

export interface Points {
  readonly balance: number
  readonly costs: { readonly divination: number; readonly follow_up: number }
  readonly packs: Readonly<Record<'small' | 'medium' | 'large', number>>
}

export type Pack = keyof Points['packs']

export interface Attachment {
  readonly bucket: string
  readonly path: string
  readonly name: string
  readonly type: string
  /** Where a message refers to it. */
  readonly url?: string
}

export interface SessionSummary {
  readonly id: string
  readonly question: string
  readonly title: string
  readonly lines: readonly number[]
  readonly createdAt: number
  readonly followUpsLeft: number
}

export interface ReadingMessage {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly runId?: string
  readonly streaming: boolean
}

export interface SessionDetail extends SessionSummary {
  readonly messages: readonly ReadingMessage[]
}

export interface StartedRun {
  readonly sessionId: string
  readonly runId: string
  readonly balance: number
}

export interface Notice {
  readonly id: string
  readonly kind: 'welcome' | 'points' | 'season'
  readonly at: number
  readonly read: boolean
}

/** A question on its way to the server; `lines` for a casting, `threadId` for a follow-up. */
export interface RunRequest {
  readonly question: string
  readonly attachments: readonly Attachment[]
  readonly lines?: readonly number[]
  readonly threadId?: string
}

import { randomUUID } from 'node:crypto'
import type { DemoState, Session, User } from './state.ts'
import type { ReadingLanguage } from './readings/compose.ts'
import { createRun } from './runs.ts'

/** A session of somebody else: opening it is refused with AGENT_FORBIDDEN. */
export const foreignSessionId = '7b1d2c3e-0f4a-4b5c-8d6e-9f0a1b2c3d4e'

const day = 24 * 60 * 60 * 1000

const pastQuestion: Readonly<Record<ReadingLanguage, string>> = {
  en: 'Is it time to move to the coast?',
  'zh-CN': '现在搬到海边合适吗？',
  'zh-TW': '現在適合搬到海邊嗎？',
}

/** Finds the user with this address, or makes one with something to look at. */
export function userFor(state: DemoState, email: string, language: ReadingLanguage): User {
  const known = [...state.users.values()].find((user) => user.email === email)
  if (known) return known
  // The one address whose rows are missing, so that the two bootstraps can be seen without a fault.
  const bare = email.startsWith('newcomer@')
  const user: User = {
    id: randomUUID(),
    email,
    profile: bare ? undefined : { displayName: nameFrom(email), about: '', birthYear: null },
    avatar: undefined,
    points: 60,
    inviteCode: bare ? undefined : newInviteCode(),
    notices: [
      { id: randomUUID(), kind: 'welcome', at: Date.now(), read: false },
      { id: randomUUID(), kind: 'points', at: Date.now() - day, read: false },
      { id: randomUUID(), kind: 'season', at: Date.now() - 3 * day, read: true },
    ],
  }
  state.users.set(user.id, user)
  if (!bare) seedSession(state, user.id, language)
  return user
}

/** Eight letters and digits that are hard to mistake for each other. */
export function newInviteCode(): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => letters[byte % letters.length]).join('')
}

/** The session that belongs to nobody who can sign in. */
export function seedForeignSession(state: DemoState): void {
  const session = pastSession('somebody-else', 'Is this any of your business?', [8, 8, 7, 7, 8, 7])
  state.sessions.set(foreignSessionId, { ...session, id: foreignSessionId })
}

function seedSession(state: DemoState, userId: string, language: ReadingLanguage): void {
  const session = pastSession(userId, pastQuestion[language], [7, 8, 8, 9, 7, 8])
  state.sessions.set(session.id, session)
  const run = createRun(state, session, 'divination', session.casting.question, language, Date.now() - 2 * day)
  const user = {
    id: randomUUID(),
    role: 'user' as const,
    text: session.casting.question,
    attachments: [],
    runId: undefined,
  }
  session.messages = [user, { id: randomUUID(), role: 'assistant', text: '', attachments: [], runId: run.id }]
}

function pastSession(userId: string, question: string, lines: readonly number[]): Session {
  return { id: randomUUID(), userId, createdAt: Date.now() - 2 * day, casting: { question, lines }, messages: [] }
}

function nameFrom(email: string): string {
  const [local = ''] = email.split('@')
  const name = local
    .replace(/[._-]+/g, ' ')
    .trim()
    .slice(0, 24)
  return name === '' ? 'Guest' : name.charAt(0).toUpperCase() + name.slice(1)
}

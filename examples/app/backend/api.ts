import type { Grant } from '../tokens.ts'
import type { Http } from './http.ts'
import type {
  Attachment,
  Notice,
  Pack,
  Points,
  Profile,
  RunRequest,
  SessionDetail,
  SessionSummary,
  StartedRun,
} from './types.ts'

export type Api = ReturnType<typeof createApi>

/** Every call of this application, by name. All of them throw a Problem and nothing else. */
export function createApi(http: Http) {
  return { ...accountCalls(http), ...readingCalls(http), ...fileCalls(http) }
}

function accountCalls({ get, send, raw }: Http) {
  return {
    sendCode: (email: string) => send<unknown>('POST', '/api/auth/code', { email }),
    verify: (email: string, otp: string) => send<Grant>('POST', '/api/auth/verify', { email, otp }),
    refresh: (refreshToken: string, signal: AbortSignal) =>
      send<Grant>('POST', '/api/auth/refresh', { refreshToken }, { signal }),
    logout: (refreshToken: string | undefined) => raw('/api/auth/logout', post({ refreshToken })),
    profile: (signal?: AbortSignal) => get<Profile>('/api/profile', signal),
    saveProfile: (changes: Partial<Profile>) => send<Profile>('PATCH', '/api/profile', changes),
    bootstrapProfile: () => send<Profile>('POST', '/api/profile/bootstrap'),
    deleteAccount: () => raw('/api/profile', { method: 'DELETE' }),
    points: (signal?: AbortSignal) => get<Points>('/api/points', signal),
    recharge: (pack: Pack, idempotencyKey: string) =>
      send<{ readonly balance: number }>('POST', '/api/points/recharge', { pack }, { idempotencyKey }),
    notifications: async (signal?: AbortSignal) =>
      (await get<{ readonly notifications: readonly Notice[] }>('/api/notifications', signal)).notifications,
    markRead: (id: string) => send<unknown>('POST', `/api/notifications/${id}/read`),
    invite: (signal?: AbortSignal) => get<{ readonly code: string }>('/api/invite', signal),
    bootstrapInvite: () => send<{ readonly code: string }>('POST', '/api/invite/bootstrap'),
  }
}

function readingCalls({ get, send, raw }: Http) {
  return {
    sessions: async (signal?: AbortSignal) =>
      (await get<{ readonly sessions: readonly SessionSummary[] }>('/api/sessions', signal)).sessions,
    session: (id: string, signal?: AbortSignal) =>
      get<SessionDetail>(`/api/sessions/${encodeURIComponent(id)}`, signal),
    startRun: (run: RunRequest, idempotencyKey: string) =>
      send<StartedRun>('POST', '/api/agent/runs', runBody(run), { idempotencyKey }),
    events: (runId: string, { signal, headers }: { readonly signal: AbortSignal; readonly headers: HeadersInit }) =>
      raw(`/api/agent/events?runId=${encodeURIComponent(runId)}`, { signal, headers }),
    secondOpinion: (sessionId: string, idempotencyKey: string) =>
      send<{ readonly opinion: string }>(
        'POST',
        '/api/agent/tools',
        { tool: 'second_opinion', args: { sessionId } },
        { idempotencyKey },
      ),
  }
}

function fileCalls({ send, upload, raw }: Http) {
  return {
    transcribe: (audio: File) => upload<{ readonly text: string }>('/api/agent/transcribe', 'audio', audio),
    attach: (file: File) => upload<Attachment>('/api/agent/attachments', 'file', file),
    image: async ({ bucket, path }: Attachment, signal?: AbortSignal) => {
      const { url } = await send<{ readonly url: string }>(
        'POST',
        '/api/agent/attachments/sign',
        { bucket, path },
        { signal },
      )
      return (await raw(url, signal ? { signal } : {})).blob()
    },
    saveAvatar: async (file: File) => {
      const facts = { type: file.type, size: file.size }
      const { url, path } = await send<{ readonly url: string; readonly path: string }>(
        'POST',
        '/api/profile/avatar/upload-url',
        facts,
      )
      await raw(url, { method: 'PUT', body: file })
      return send<{ readonly avatarUrl: string }>('PUT', '/api/profile/avatar', { path })
    },
  }
}

function runBody({ question, attachments, lines, threadId }: RunRequest) {
  const images = attachments.map(({ url, type, name }) => ({ type: 'binary', url, mimeType: type, name }))
  const payload = lines ? { divinationPayload: { question, lines } } : {}
  return {
    threadId,
    messages: [{ id: crypto.randomUUID(), role: 'user', content: [{ type: 'text', text: question }, ...images] }],
    forwardedProps: { runtime_mode: lines ? 'divination' : 'follow_up', ...payload },
  }
}

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

// @vitest-environment node
import { afterEach, describe, expect, test } from 'vitest'
import { foreignSessionId } from '../../examples/server/seed.ts'
import type { DemoOptions } from '../../examples/server/index.ts'
import { casting, followUp, jsonOf, startServer } from './api.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])
const wav = new TextEncoder().encode('RIFF\0\0\0\0WAVEfmt ')

let closers: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closers.map((close) => close()))
  closers = []
})

async function start(options?: DemoOptions) {
  const server = await startServer(options)
  closers.push(server.close)
  return server
}

async function codeOf(response: Response | Promise<Response>): Promise<unknown> {
  const settled = await response
  return [settled.status, (await jsonOf(settled))['code']]
}

function upload(field: string, bytes: Uint8Array, type: string): FormData {
  const form = new FormData()
  form.set(field, new File([bytes as BlobPart], 'file', { type }))
  return form
}

describe('signing in', () => {
  test('a second code within the wait is throttled, and says for how long', async () => {
    const server = await start({ codeCooldown: 20_000 })
    await server.request('POST', '/api/auth/code', { email: 'ada@example.com' })
    const throttled = await server.request('POST', '/api/auth/code', { email: 'ada@example.com' })
    expect(throttled.headers.get('retry-after')).toBe('20')
    expect(await codeOf(throttled)).toEqual([429, 'AUTH_TOO_MANY_REQUESTS'])
  })

  test('a wrong code, an unknown user and an address that is none are told apart', async () => {
    const server = await start()
    const email = 'nobody@example.com'
    expect(await codeOf(server.request('POST', '/api/auth/code', { email: 'ada' }))).toEqual([
      422,
      'REQUEST_VALIDATION_ERROR',
    ])
    await server.request('POST', '/api/auth/code', { email })
    expect(await codeOf(server.request('POST', '/api/auth/verify', { email, otp: '1' }))).toEqual([
      401,
      'AUTH_VERIFICATION_CODE_INVALID',
    ])
    const { code } = await jsonOf(await server.request('GET', `/__mailbox?email=${email}`))
    expect(await codeOf(server.request('POST', '/api/auth/verify', { email, otp: code }))).toEqual([
      404,
      'AUTH_USER_NOT_FOUND',
    ])
  })

  test('a refresh token works once; the second time ends all tokens of its line', async () => {
    const server = await start()
    const { refreshToken } = await server.signIn()
    const fresh = await jsonOf(await server.request('POST', '/api/auth/refresh', { refreshToken }))
    expect(await codeOf(server.request('POST', '/api/auth/refresh', { refreshToken }))).toEqual([
      401,
      'AUTH_REFRESH_TOKEN_INVALID',
    ])
    const again = server.request('POST', '/api/auth/refresh', { refreshToken: fresh['refreshToken'] })
    expect(await codeOf(again)).toEqual([401, 'AUTH_REFRESH_TOKEN_INVALID'])
  })

  test('an access token ends with its time, a logout needs its refresh token', async () => {
    const server = await start({ accessTtl: -1 })
    const { call, refreshToken } = await server.signIn()
    const late = await call('GET', '/api/points')
    expect(late.headers.get('www-authenticate')).toContain('invalid_token')
    expect(await codeOf(late)).toEqual([401, 'AUTH_UNAUTHORIZED'])
    expect(await codeOf(server.request('POST', '/api/auth/logout', {}))).toEqual([401, 'AUTH_REFRESH_TOKEN_MISSING'])
    expect((await server.request('POST', '/api/auth/logout', { refreshToken })).status).toBe(204)
    expect(await codeOf(server.request('POST', '/api/auth/refresh', { refreshToken }))).toEqual([
      401,
      'AUTH_REFRESH_TOKEN_INVALID',
    ])
  })
})

describe('readings', () => {
  test('a session takes the reading and one follow-up; the third message is a conflict', async () => {
    const { call } = await (await start()).signIn()
    const { sessionId } = await jsonOf(await call('POST', '/api/agent/runs', casting()))
    expect((await call('POST', '/api/agent/runs', followUp(sessionId))).status).toBe(201)
    const third = call('POST', '/api/agent/runs', followUp(sessionId))
    expect(await codeOf(third)).toEqual([409, 'AGENT_SESSION_RUN_LIMIT_EXCEEDED'])
  })

  test('points are used up run by run, and a recharge helps', async () => {
    const { call } = await (await start()).signIn()
    for (let run = 0; run < 3; run += 1) expect((await call('POST', '/api/agent/runs', casting())).status).toBe(201)
    expect(await codeOf(call('POST', '/api/agent/runs', casting()))).toEqual([402, 'POINTS_INSUFFICIENT_BALANCE'])
    await call('POST', '/api/points/recharge', { pack: 'small' })
    expect((await call('POST', '/api/agent/runs', casting())).status).toBe(201)
  })

  test('the same idempotency key is charged once', async () => {
    const { call } = await (await start()).signIn()
    const key = { 'idempotency-key': 'k-1' }
    const first = await jsonOf(await call('POST', '/api/agent/runs', casting(), key))
    expect(await jsonOf(await call('POST', '/api/agent/runs', casting(), key))).toEqual(first)
    expect(await jsonOf(await call('GET', '/api/points'))).toMatchObject({ balance: 40 })
  })

  test.each([
    ['AGENT_RUN_INPUT_INVALID', { messages: 'hello' }],
    ['AGENT_RUNTIME_MODE_INVALID', { ...casting(), forwardedProps: { runtime_mode: 'dream' } }],
    ['AGENT_DIVINATION_PAYLOAD_REQUIRED', { ...casting(), forwardedProps: { runtime_mode: 'divination' } }],
    ['AGENT_PAYLOAD_INVALID', casting('Why?', [1, 2, 3])],
    ['AGENT_RUN_MESSAGES_INVALID', { ...casting(), messages: [{ role: 'assistant', content: 'no' }] }],
    ['AGENT_SESSION_ID_INVALID', followUp('not-a-uuid')],
    ['AGENT_SESSION_NOT_FOUND', followUp('00000000-0000-4000-8000-000000000000')],
    ['AGENT_FORBIDDEN', followUp(foreignSessionId)],
    ['INVALID_BINARY_URL_HOST', withImages(['https://elsewhere.example/api/storage/attachments/me/1'])],
    ['INVALID_BINARY_URL_BUCKET', withImages(['/api/storage/avatars/me/1'])],
    ['INVALID_BINARY_URL_PATH_SCOPE', withImages(['/api/storage/attachments/somebody-else/1'])],
    ['AGENT_ATTACHMENTS_TOO_MANY', withImages(['/1', '/2', '/3', '/4'])],
  ])('%s for a run that deserves it', async (code, body) => {
    const { call } = await (await start()).signIn()
    expect(((await codeOf(call('POST', '/api/agent/runs', body))) as unknown[])[1]).toBe(code)
  })

  test('the events of a run come in order, and again from after the last one that was seen', async () => {
    const { call } = await (await start()).signIn()
    const { runId, sessionId } = await jsonOf(await call('POST', '/api/agent/runs', casting()))
    const all = await (await call('GET', `/api/agent/events?runId=${String(runId)}`)).text()
    const frames = all.trim().split('\n\n')
    expect(frames[0]).toContain('event: run.started')
    expect(frames.at(-1)).toContain('event: run.finished')
    const rest = await call('GET', `/api/agent/events?runId=${String(runId)}`, undefined, {
      'last-event-id': String(frames.length - 2),
    })
    expect((await rest.text()).trim().split('\n\n')).toEqual(frames.slice(-2))
    const session = await jsonOf(await call('GET', `/api/sessions/${String(sessionId)}`))
    const texts = frames.slice(1, -1).map((frame) => JSON.parse(frame.split('data: ')[1] ?? '{}') as { delta: string })
    expect(session).toMatchObject({
      followUpsLeft: 1,
      messages: [{}, { text: texts.map(({ delta }) => delta).join('') }],
    })
  })

  test('a stream needs a run, a number as Last-Event-ID, and a place', async () => {
    const { call } = await (await start({ pace: 60_000, streamLimit: 1 })).signIn()
    const { runId } = await jsonOf(await call('POST', '/api/agent/runs', casting()))
    expect(await codeOf(call('GET', '/api/agent/events'))).toEqual([422, 'AGENT_INVALID_RUN_ID'])
    const odd = call('GET', `/api/agent/events?runId=${String(runId)}`, undefined, { 'last-event-id': 'abc' })
    expect(await codeOf(odd)).toEqual([422, 'AGENT_INVALID_LAST_EVENT_ID'])
    const open = await call('GET', `/api/agent/events?runId=${String(runId)}`)
    expect(await codeOf(call('GET', `/api/agent/events?runId=${String(runId)}`))).toEqual([
      429,
      'AGENT_SSE_CONNECTION_LIMIT',
    ])
    await open.body?.cancel()
    const openAgain = async () => (await call('GET', `/api/agent/events?runId=${String(runId)}`)).status
    await expect.poll(openAgain).toBe(200)
  })

  test('a foreign session is forbidden, an unknown one is not found, an odd id is invalid', async () => {
    const { call } = await (await start()).signIn()
    expect(await codeOf(call('GET', `/api/sessions/${foreignSessionId}`))).toEqual([403, 'AGENT_FORBIDDEN'])
    expect(((await codeOf(call('GET', `/api/sessions/${crypto.randomUUID()}`))) as unknown[])[1]).toBe(
      'AGENT_SESSION_NOT_FOUND',
    )
    expect(((await codeOf(call('GET', '/api/sessions/one'))) as unknown[])[1]).toBe('AGENT_SESSION_ID_INVALID')
  })
})

describe('files', () => {
  test.each([
    ['AGENT_AUDIO_EMPTY', 'transcribe', 'audio', new Uint8Array()],
    ['AGENT_AUDIO_TOO_LARGE', 'transcribe', 'audio', new Uint8Array(1024 * 1024 + 1)],
    ['AGENT_AUDIO_UNSUPPORTED_FORMAT', 'transcribe', 'audio', png],
    ['AGENT_ATTACHMENT_EMPTY', 'attachments', 'file', new Uint8Array()],
    ['AGENT_ATTACHMENT_TOO_LARGE', 'attachments', 'file', new Uint8Array(1024 * 1024 + 1)],
    ['AGENT_ATTACHMENT_UNSUPPORTED_TYPE', 'attachments', 'file', wav],
  ])('%s for a file that deserves it', async (code, path, field, bytes) => {
    const { call } = await (await start()).signIn()
    const answer = call('POST', `/api/agent/${path}`, upload(field, bytes, 'application/octet-stream'))
    expect(((await codeOf(answer)) as unknown[])[1]).toBe(code)
  })

  test('speech becomes text in the language of the client', async () => {
    const { call } = await (await start()).signIn()
    const answer = await call('POST', '/api/agent/transcribe', upload('audio', wav, 'audio/wav'), {
      'accept-language': 'zh-HK',
    })
    expect(await jsonOf(answer)).toEqual({ text: '我該接受這個邀請，還是再等一等？' })
  })

  test('an attachment is loaded through its signed URL and not through a changed one', async () => {
    const server = await start()
    const { call } = await server.signIn()
    const { bucket, path } = await jsonOf(
      await call('POST', '/api/agent/attachments', upload('file', png, 'image/png')),
    )
    const { url } = await jsonOf(await call('POST', '/api/agent/attachments/sign', { bucket, path }))
    const loaded = await server.request('GET', String(url))
    expect([loaded.headers.get('content-type'), (await loaded.arrayBuffer()).byteLength]).toEqual([
      'image/png',
      png.length,
    ])
    const changed = server.request(
      'GET',
      String(url).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    )
    expect(await codeOf(changed)).toEqual([422, 'AGENT_SIGNED_IMAGE_URL_INVALID'])
    const bucketless = call('POST', '/api/agent/attachments/sign', { bucket: 'secrets', path })
    expect(await codeOf(bucketless)).toEqual([422, 'AGENT_ATTACHMENT_BUCKET_INVALID'])
    const foreign = call('POST', '/api/agent/attachments/sign', { bucket, path: 'attachments/somebody-else/1' })
    expect(await codeOf(foreign)).toEqual([422, 'AGENT_ATTACHMENT_PATH_SCOPE_INVALID'])
  })

  test('an avatar goes up in three steps, and nowhere else', async () => {
    const server = await start()
    const { call } = await server.signIn()
    const refused = call('POST', '/api/profile/avatar/upload-url', { type: 'text/html', size: 10 })
    expect(await codeOf(refused)).toEqual([422, 'AVATAR_FILE_INVALID'])
    const { url, path } = await jsonOf(
      await call('POST', '/api/profile/avatar/upload-url', { type: 'image/png', size: 12 }),
    )
    expect(((await codeOf(server.request('PUT', String(url), wav))) as unknown[])[1]).toBe('AVATAR_FILE_INVALID')
    expect((await server.request('PUT', String(url), png)).status).toBe(200)
    const outside = call('PUT', '/api/profile/avatar', { path: 'avatars/somebody-else/1' })
    expect(await codeOf(outside)).toEqual([422, 'AVATAR_PATH_SCOPE_INVALID'])
    const { avatarUrl } = await jsonOf(await call('PUT', '/api/profile/avatar', { path }))
    expect((await server.request('GET', String(avatarUrl))).status).toBe(200)
  })
})

describe('the account', () => {
  test('a profile says which members are out of bounds and keeps what it had', async () => {
    const { call } = await (await start()).signIn()
    const before = await jsonOf(await call('GET', '/api/profile'))
    const response = await call('PATCH', '/api/profile', { displayName: '', birthYear: 1200 })
    expect(response.status).toBe(422)
    expect(await jsonOf(response)).toMatchObject({
      code: 'PROFILE_PAYLOAD_INVALID',
      errors: [{ pointer: '#/displayName' }, { pointer: '#/birthYear' }],
    })
    expect(await jsonOf(await call('GET', '/api/profile'))).toEqual(before)
    expect(await jsonOf(await call('PATCH', '/api/profile', { about: 'Quiet' }))).toMatchObject({
      ...before,
      about: 'Quiet',
    })
  })

  test('a newcomer has neither profile nor invite code until they are made', async () => {
    const { call } = await (await start()).signIn('newcomer@example.com')
    expect(await codeOf(call('GET', '/api/profile'))).toEqual([404, 'PROFILE_NOT_FOUND'])
    expect(await codeOf(call('GET', '/api/invite'))).toEqual([404, 'INVITE_CODE_NOT_FOUND'])
    await call('POST', '/api/profile/bootstrap')
    const made = await jsonOf(await call('POST', '/api/invite/bootstrap'))
    expect((await call('GET', '/api/profile')).status).toBe(200)
    expect(await jsonOf(await call('GET', '/api/invite'))).toEqual(made)
  })

  test('a notification is read once it is there to be read', async () => {
    const { call } = await (await start()).signIn()
    const { notifications } = await jsonOf(await call('GET', '/api/notifications'))
    const [first] = notifications as { id: string; read: boolean }[]
    expect(await jsonOf(await call('POST', `/api/notifications/${first?.id}/read`))).toEqual({
      id: first?.id,
      read: true,
    })
    expect(await codeOf(call('POST', '/api/notifications/none/read'))).toEqual([404, 'NOTIFICATION_NOT_FOUND'])
  })

  test('a deleted account takes its tokens with it', async () => {
    const server = await start()
    const { call, refreshToken } = await server.signIn()
    expect((await call('DELETE', '/api/profile')).status).toBe(204)
    expect(await codeOf(call('GET', '/api/points'))).toEqual([401, 'AUTH_UNAUTHORIZED'])
    expect(await codeOf(server.request('POST', '/api/auth/refresh', { refreshToken }))).toEqual([
      401,
      'AUTH_REFRESH_TOKEN_INVALID',
    ])
  })
})

describe('a tool that a person must approve', () => {
  test.each([
    ['approved', 200, undefined],
    ['rejected', 403, 'TOOL_REJECTED'],
  ])('waits under its Location until it is %s', async (outcome, status, code) => {
    const server = await start()
    const { call } = await server.signIn()
    const { sessionId } = await jsonOf(await call('POST', '/api/agent/runs', casting()))
    const body = { tool: 'second_opinion', args: { sessionId } }
    const run = () => call('POST', '/api/agent/tools', body, { 'idempotency-key': 'k-2' })
    const pending = await run()
    const location = pending.headers.get('location') ?? ''
    expect(pending.headers.get('retry-after')).toBe('2')
    expect(await codeOf(pending)).toEqual([202, 'TOOL_PENDING_APPROVAL'])
    expect(await codeOf(call('GET', location))).toEqual([202, 'TOOL_PENDING_APPROVAL'])
    await server.request('POST', '/__approvals', { outcome })
    expect(await codeOf(run())).toEqual([status, code])
  })

  test('a call without its arguments fails on the server', async () => {
    const { call } = await (await start()).signIn()
    expect(await codeOf(call('POST', '/api/agent/tools', { tool: 'second_opinion' }))).toEqual([
      500,
      'MISSING_RUNTIME_ARGS',
    ])
  })
})

function withImages(urls: readonly string[]) {
  const images = urls.map((url) => ({ type: 'binary', url, mimeType: 'image/png', name: 'a.png' }))
  return { ...casting(), messages: [{ role: 'user', content: [{ type: 'text', text: 'Look' }, ...images] }] }
}

import { createDemoServer, type DemoOptions } from '../../examples/server/index.ts'

/** A server on a free port, and how to talk to it. */
export async function startServer(options: DemoOptions = {}) {
  const server = createDemoServer({ pace: 0, ...options })
  const { url, close } = await server.listen()

  async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const form = body instanceof FormData || body instanceof Uint8Array
    const init: RequestInit = { method, headers: form ? headers : { 'content-type': 'application/json', ...headers } }
    if (body !== undefined) init.body = form ? (body as BodyInit) : JSON.stringify(body)
    return fetch(url + path, init)
  }

  async function signIn(email = 'ada@example.com'): Promise<Member> {
    await request('POST', '/api/auth/code', { email })
    const { code } = await jsonOf(await request('GET', `/__mailbox?email=${email}`))
    const grant = await jsonOf(await request('POST', '/api/auth/verify', { email, otp: code }))
    const authorization = { authorization: `Bearer ${String(grant['accessToken'])}` }
    return {
      refreshToken: String(grant['refreshToken']),
      id: (grant['user'] as { readonly id: string }).id,
      call: (method, path, body, headers) => request(method, path, body, { ...authorization, ...headers }),
    }
  }

  return { url, close, server, request, signIn }
}

export interface Member {
  readonly id: string
  readonly refreshToken: string
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
}

/** The JSON object in a body. */
export async function jsonOf(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>
}

/** The body of a run request that casts. */
export function casting(question = 'Stay or go?', lines = [7, 8, 8, 9, 7, 8]) {
  return {
    messages: [{ id: '1', role: 'user', content: question }],
    forwardedProps: { runtime_mode: 'divination', divinationPayload: { question, lines } },
  }
}

/** The body of a run request that asks again. */
export function followUp(threadId: unknown, question = 'And then?') {
  return {
    threadId,
    messages: [{ id: '2', role: 'user', content: question }],
    forwardedProps: { runtime_mode: 'follow_up' },
  }
}

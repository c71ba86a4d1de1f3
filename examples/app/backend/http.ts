/** As the platform's `fetch`; what is no success is thrown as a Problem by whoever made it. */
export type Send = (input: string, init?: RequestInit) => Promise<Response>

/** The four ways this application talks to its server. */
export interface Http {
  readonly get: <T>(path: string, signal?: AbortSignal) => Promise<T>
  readonly send: <T>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body?: unknown,
    options?: SendOptions,
  ) => Promise<T>
  readonly upload: <T>(path: string, field: string, file: File) => Promise<T>
  readonly raw: Send
}

export interface SendOptions {
  readonly idempotencyKey?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** JSON over `send`, in the language of the user. */
export function createHttp(send: Send, language: () => string): Http {
  const headers = () => new Headers({ accept: 'application/json', 'accept-language': language() })

  return {
    raw: send,
    get: async <T>(path: string, signal?: AbortSignal) => {
      const response = await send(path, { headers: headers(), ...(signal ? { signal } : {}) })
      return (await response.json()) as T
    },
    send: async <T>(method: string, path: string, body: unknown = {}, options: SendOptions = {}) => {
      const all = headers()
      all.set('content-type', 'application/json')
      if (options.idempotencyKey !== undefined) all.set('idempotency-key', options.idempotencyKey)
      const init: RequestInit = { method, headers: all, body: JSON.stringify(body) }
      const response = await send(path, options.signal ? { ...init, signal: options.signal } : init)
      return (await response.json()) as T
    },
    upload: async <T>(path: string, field: string, file: File) => {
      const form = new FormData()
      form.set(field, file)
      const response = await send(path, { method: 'POST', headers: headers(), body: form })
      return (await response.json()) as T
    },
  }
}

import axios, { type AxiosRequestConfig } from 'axios'
import ky from 'ky'
import { ofetch } from 'ofetch'

export interface Sent {
  readonly method?: string
  readonly body?: object
  readonly signal?: AbortSignal
  /** Milliseconds. */
  readonly timeout?: number
}

/** Sends as an application would with this client, and reads the JSON of a success. */
export type Client = (url: string, sent?: Sent) => Promise<unknown>

async function withFetch(url: string, { method = 'GET', body, signal, timeout }: Sent = {}): Promise<unknown> {
  const until = timeout === undefined ? signal : AbortSignal.timeout(timeout)
  const response = await fetch(url, { method, body: body ? JSON.stringify(body) : null, signal: until ?? null })
  if (!response.ok) throw response
  return response.json()
}

function withKy(url: string, { method = 'GET', body, signal, timeout = 5000 }: Sent = {}): Promise<unknown> {
  return ky(url, { method, retry: 0, timeout, ...(body && { json: body }), ...(signal && { signal }) }).json()
}

function withOfetch(url: string, { method = 'GET', body, signal, timeout }: Sent = {}): Promise<unknown> {
  const options = { ...(body && { body }), ...(signal && { signal }), ...(timeout !== undefined && { timeout }) }
  // Its own parser takes everything; an application that wants to know brings a strict one.
  const parseResponse = (text: string): unknown => (text.startsWith('<') ? text : JSON.parse(text))
  return ofetch(url, { method, retry: 0, parseResponse, ...options })
}

function withAxios(config: AxiosRequestConfig): Client {
  return async (url, { method = 'GET', body, signal, timeout } = {}) => {
    const { origin, href } = new URL(url)
    const transitional = { silentJSONParsing: false, forcedJSONParsing: true, clarifyTimeoutError: false }
    const options = {
      ...(body && { data: body }),
      ...(signal && { signal }),
      ...(timeout !== undefined && { timeout }),
    }
    const path = href.slice(origin.length)
    return (
      await axios({
        baseURL: `${origin}/`,
        url: path,
        method,
        responseType: 'json',
        transitional,
        ...options,
        ...config,
      })
    ).data
  }
}

export const clients: Readonly<Record<string, Client>> = {
  fetch: withFetch,
  ky: withKy,
  ofetch: withOfetch,
  'axios over http': withAxios({ adapter: 'http' }),
  'axios over fetch': withAxios({ adapter: 'fetch' }),
}

export const overXhr: Client = withAxios({ adapter: 'xhr' })

/** What the client throws; it must throw. */
export async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error
  }
  throw new Error('This request was meant to fail.')
}

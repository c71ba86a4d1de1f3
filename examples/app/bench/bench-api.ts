/** The developer's side of the server: it is asked directly, never through the client under test. */

export interface Broken {
  readonly route: string
  readonly code?: string
  readonly fault?: string
  readonly times: number
}

/** A backend beside the product's own, and its failures. */
export interface Backend {
  readonly name: string
  readonly title: string
  readonly codes: readonly { readonly code: string; readonly status: number }[]
}

export interface Switchboard {
  readonly codes: readonly { readonly code: string; readonly status: number; readonly title: string }[]
  readonly backends: readonly Backend[]
  readonly faults: readonly string[]
  readonly routes: readonly string[]
  readonly armed: readonly Broken[]
}

/** What can be broken, and what is armed now. */
export async function readSwitchboard(signal?: AbortSignal): Promise<Switchboard> {
  const response = await fetch('/__faults', signal ? { signal } : {})
  return (await response.json()) as Switchboard
}

/** Arms one failure. */
export function arm(fault: Readonly<Record<string, unknown>>): Promise<Response> {
  return post('/__faults', fault)
}

/** Takes every armed failure back. */
export function disarm(): Promise<Response> {
  return fetch('/__faults', { method: 'DELETE' })
}

/** Pulls one of the other levers. */
export function post(path: string, body: Readonly<Record<string, unknown>>): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

/** The code that lies in the mailbox of this address. */
export async function readMailbox(email: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(`/__mailbox?email=${encodeURIComponent(email)}`, { signal })
  return ((await response.json()) as { readonly code: string | null }).code
}

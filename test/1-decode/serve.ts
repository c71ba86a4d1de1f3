import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on loopback; `close` ends its connections. */
export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Puts a listener on a port of its own. */
export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What a promise that must fail fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const failure: unknown = await promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  if (failure === undefined) throw new Error('This was expected to fail.')
  return (failure as { readonly error: unknown }).error
}

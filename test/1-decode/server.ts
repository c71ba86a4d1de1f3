import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const invalid = {
  type: '/problems/invalid',
  title: 'Invalid',
  code: 'OUT_OF_CREDIT',
  errors: [{ pointer: '#/amount', detail: 'too much' }],
}

const shared = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
}

const routes: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>> = {
  '/invalid': (response) => {
    response.writeHead(422, {
      ...shared,
      'content-type': 'application/problem+json',
      'x-request-id': 'r-1',
      'retry-after': '7',
    })
    response.end(JSON.stringify(invalid))
  },
  '/moved': (response) => response.writeHead(307, { ...shared, location: '/invalid?moved' }).end(),
  '/html': (response) =>
    response.writeHead(502, { ...shared, 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>'),
  '/garbage': (response) => response.writeHead(200, { ...shared, 'content-type': 'application/json' }).end('{"half":'),
  '/cut': (response) => {
    response.writeHead(200, { ...shared, 'content-type': 'application/json', 'content-length': '999' })
    response.write('{"half":', () => response.destroy())
  },
  '/drop': (response) => response.destroy(),
  '/hang': () => {},
}

/** A server on loopback that fails in all ways; `close` ends its connections. */
export async function startServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const route = request.method === 'OPTIONS' ? undefined : routes[(request.url ?? '').split('?')[0] ?? '']
    if (route === undefined) response.writeHead(204, shared).end()
    else route(response, request)
  })
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

// @vitest-environment node
import { expect, it, vi } from 'vitest'
import { isProblem } from '../../../src/core.ts'
import { createRemedyClient } from '../../../src/index.ts'
import { quick } from './samples.ts'
import { eventually, serve, stream } from './serve.ts'

const reader = '../../../src/4-act/streams/read-stream.ts'

it('a part of the library that cannot be loaded is a request that failed, and its connection is closed', async () => {
  vi.doMock(reader, () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  const { read, server } = await begin()
  const thrown = await read().catch((problem: unknown) => problem)
  expect(isProblem(thrown)).toBe(true)
  expect(thrown).toMatchObject({ kind: 'network', code: 'NETWORK', contract: 'divination' })
  await eventually(() => expect(server.open()).toBe(0))
})

it('an abort ends the wait for it, and closes the connection', async () => {
  vi.doMock(reader, () => new Promise(() => {}))
  const { read, server } = await begin()
  const controller = new AbortController()
  const ended = vi.fn<(reason: unknown) => void>()
  void read(controller.signal).catch(ended)
  const reason = new Error('the user left')
  controller.abort(reason)
  await vi.waitFor(() => expect(ended).toHaveBeenCalledWith(reason))
  await eventually(() => expect(server.open()).toBe(0))
})

async function begin() {
  const server = await serve((response) => stream(response, 'data: a\n\n'))
  const client = createRemedyClient({ contracts: [quick] })
  const response = await fetch(server.url)
  const read = async (signal?: AbortSignal) => {
    for await (const _ of client.events(response, quick, { signal })) return
  }
  return { server, read }
}

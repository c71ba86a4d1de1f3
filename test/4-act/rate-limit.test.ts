import { expect, it } from 'vitest'
import { extendContract } from '../../src/core.ts'
import { creatoria } from '../../src/contracts/creatoria/index.ts'
import { createRemedyClient } from '../../src/index.ts'
import { backend, succeed } from './backend.ts'

const limit = 'creatoria/RATE_LIMIT_EXCEEDED'

it('a success that leaves nothing holds the limit back until it is fresh again; one that leaves something does not', async () => {
  const reset = String(Math.floor(Date.now() / 1000) + 45)
  const { url } = await backend((response, _request, turn) => {
    response.setHeader('X-RateLimit-Limit', '60')
    response.setHeader('X-RateLimit-Remaining', turn === 1 ? '1' : '0')
    response.setHeader('X-RateLimit-Reset', reset)
    succeed(response)
  })
  const contract = extendContract(creatoria, { match: url })
  const client = createRemedyClient({ contracts: [contract] })
  const send = () => client.fetch(contract)(`${url}/v1/agents`)

  await send()
  expect(client.store.getState().cooldowns).toEqual({})
  await send()
  const held = client.store.getState().cooldowns[limit]
  expect(held?.known).toBe(true)
  expect(Math.abs((held?.until ?? 0) - Number(reset) * 1000)).toBeLessThan(2000)
})

it('both bodies of a refused call hold the same limit', async () => {
  const bodies = [
    { statusCode: 429, message: 'Too many requests', error: 'Too Many Requests' },
    { error: { code: 'RATE_LIMIT_EXCEEDED', message: 'Rate limit exceeded.', retryAfter: 45 } },
  ]
  const { url } = await backend((response, _request, turn) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '45' })
    response.end(JSON.stringify(bodies[turn - 1]))
  })
  const contract = extendContract(creatoria, { match: url })
  for (const body of bodies) {
    const client = createRemedyClient({ contracts: [contract] })
    const thrown: unknown = await client
      .fetch(contract)(`${url}/v1/agents`)
      .catch((failure: unknown) => failure)
    client.present(thrown)
    await expect
      .poll(() => Object.keys(client.store.getState().cooldowns), { message: JSON.stringify(body) })
      .toEqual([limit])
  }
})

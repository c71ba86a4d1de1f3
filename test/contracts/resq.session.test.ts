// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { extendContract } from '../../src/2-classify/extend-contract.ts'
import { createSession } from '../../src/4-act/session.ts'
import { resq } from '../../src/contracts/resq/index.ts'
import { createRemedyClient } from '../../src/5-present/client.ts'
import { listen, send } from './wire.ts'

describe('signing in to resq', () => {
  async function ask(accept: (token: string | undefined) => boolean) {
    const seen: (string | undefined)[] = []
    const wire = await listen((request, response) => {
      seen.push(request.headers.authorization)
      if (accept(request.headers.authorization)) send(response, { status: 200, body: {} })
      else send(response, { status: 401, body: { error: 'Token expired' } })
    })
    let logins = 0
    const session = createSession<null>({
      load: async () => ({ id: '7', user: null }),
      refresh: async () => ({ id: '7', user: null, login: ++logins }),
      authorize: (request) => {
        request.headers.set('authorization', `token-${logins}`)
        return request
      },
    })
    await session.load()
    const own = extendContract(resq, { match: wire.url })
    const client = createRemedyClient({ contracts: [own], session })
    const thrown: unknown = await client
      .fetch(own)(wire.url, { method: 'POST' })
      .then(() => undefined)
      .catch((error: unknown) => error)
    await wire.close()
    return { seen, logins, thrown }
  }

  it('runs the login flow once, then the request once more', async () => {
    expect(await ask((token) => token === 'token-1')).toEqual({
      seen: ['token-0', 'token-1'],
      logins: 1,
      thrown: undefined,
    })
  })

  it('does not go round in circles', async () => {
    const { seen, logins, thrown } = await ask(() => false)
    expect({ seen, logins }).toEqual({ seen: ['token-0', 'token-1'], logins: 1 })
    expect(thrown).toMatchObject({ code: 'HTTP_401' })
  })
})

import { describe, expect, it, vi } from 'vitest'
import { divination } from '../../src/contracts/divination/index.ts'
import { createRemedyClient } from '../../src/index.ts'

const api = createRemedyClient({ contracts: [divination] }).fetch(divination)

describe('client.fetch on a page', () => {
  it.each([
    ['/api/points', '/api/points'],
    ['?page=2', '/?page=2'],
    ['https://api.example/x', 'https://api.example/x'],
  ])('takes %s as the browser does, wherever its Request comes from', async (given, meant) => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async ({ url }: Request) => {
      asked.push(url)
      return new Response('{}')
    })
    await api(given)
    expect(asked).toEqual([new URL(meant, location.href).href])
  })

  it('rejects what is no URL, and sends nothing', async () => {
    const send = vi.fn()
    vi.stubGlobal('fetch', send)
    await expect(api('http://[')).rejects.toBeInstanceOf(TypeError)
    expect(send).not.toHaveBeenCalled()
  })
})

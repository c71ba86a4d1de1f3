// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { reportLink, resq } from '../../src/contracts/resq/index.ts'
import type { Problem } from '../../src/problem/problem.ts'
import { problemOf } from './wire.ts'

describe('a report about resq', () => {
  const tracker = 'https://git.example/docs/issues/new?labels=api'

  it('makes a link to where it is filed, with all that the document asks for', async () => {
    const problem = await problemOf(
      resq,
      { status: 418, headers: { 'x-request-id': 'req_9' }, body: { error: 'teapot' } },
      { method: 'PUT', body: JSON.stringify({ mission_id: 'm1', password: 'hunter2' }) },
    )
    const link = new URL(reportLink(problem as Problem, tracker))
    expect(link.origin + link.pathname).toBe('https://git.example/docs/issues/new')
    expect(link.searchParams.get('labels')).toBe('api')
    expect(link.searchParams.get('title')).toBe('HTTP_418 PUT /v1/agents')
    const body = link.searchParams.get('body') ?? ''
    const report: unknown = JSON.parse(body.replace(/^```json\n|\n```$/g, ''))
    expect(report).toMatchObject({
      method: 'PUT',
      url: expect.stringMatching(/\/v1\/agents$/),
      status: 418,
      requestId: 'req_9',
      requestBody: { mission_id: 'm1', password: '[Filtered]' },
      responseBody: { error: 'teapot' },
    })
    expect(link.href).not.toContain('hunter2')
  })

  it('stays short enough for every server, whatever was received', async () => {
    for (const filling of ['a', '"', '😀', '工']) {
      const problem = await problemOf(resq, { status: 500, body: { error: filling.repeat(20_000) } })
      const link = reportLink(problem as Problem, tracker)
      expect(link.length).toBeLessThanOrEqual(8000)
      expect(new URL(link).searchParams.get('body')).toContain('HTTP_500')
    }
  })

  it('refuses a place that is none', async () => {
    const problem = await problemOf(resq, { status: 500 })
    expect(() => reportLink(problem as Problem, 'issues/new')).toThrow(TypeError)
  })
})

import { MutationObserver, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import type { ProblemReport } from '../../src/index.ts'
import { expectConsole } from '../helpers/console.ts'
import { createApp, fail, pass, problem } from '../4-act/app.ts'

const ignore = () => {}

function start(onReport = vi.fn<(report: ProblemReport) => void>()) {
  const app = createApp({ onReport })
  /** Fails in this way, each time through another hook. */
  const fails = async (...thrown: readonly unknown[]) => {
    for (const each of thrown)
      new MutationObserver(app.queryClient, { mutationFn: () => Promise.reject(each) }).mutate().catch(ignore)
    await pass()
  }
  const reported = () =>
    onReport.mock.calls.map(([{ code, expected }]) => `${code} ${expected ? 'expected' : 'unexpected'}`)
  return { ...app, onReport, fails, reported }
}

describe('a report', () => {
  it('is made once for each incident, however many failures it stands for', async () => {
    const { fails, reported } = start()
    await fails(new TypeError('Failed to fetch'), new TypeError('Failed to fetch'))
    await fails(new TypeError('Failed to fetch'))
    expect(reported()).toEqual(['NETWORK expected'])
  })

  it('tells the expected from the unexpected', async () => {
    const { fails, reported } = start()
    await fails(problem('AUTH_USER_NOT_FOUND', 404), problem('INTERNAL_ERROR', 500), problem('BRAND_NEW', 418))
    expect(reported()).toEqual(['AUTH_USER_NOT_FOUND expected', 'INTERNAL_ERROR unexpected', 'BRAND_NEW unexpected'])
  })

  it('of a code that nobody knows is made once a session', async () => {
    const { fails, reported } = start()
    await fails(problem('BRAND_NEW', 418))
    await fails(problem('BRAND_NEW', 418), problem('OTHER_NEW', 418))
    expect(reported()).toEqual(['BRAND_NEW unexpected', 'OTHER_NEW unexpected'])
  })

  it('of a bug, or of a status without a code, is made each time', async () => {
    const { fails, reported } = start()
    await fails(new RangeError('one'), new RangeError('two'), problem('HTTP_500', 500), problem('HTTP_500', 500))
    expect(reported().toSorted()).toEqual([
      'HTTP_500 unexpected',
      'HTTP_500 unexpected',
      'UNKNOWN unexpected',
      'UNKNOWN unexpected',
    ])
  })

  it('is not made of what waits for an approval, nor where a remedy says never', async () => {
    const { fails, reported, queryClient } = start()
    await fails(problem('TOOL_PENDING_APPROVAL', 202))
    new MutationObserver(queryClient, {
      mutationFn: () => fail('QUIET', 418),
      meta: { remedy: { remedies: { QUIET: { report: 'never' } } } },
    })
      .mutate()
      .catch(ignore)
    await pass()
    expect(reported()).toEqual([])
  })

  it('is made of what is shown nowhere', async () => {
    const { queryClient, reported, shown } = start()
    new QueryObserver(queryClient, {
      queryKey: ['a'],
      queryFn: () => fail('INTERNAL_ERROR', 500),
      retry: false,
      meta: { remedy: { show: 'none' } },
    }).subscribe(ignore)
    await pass()
    expect(shown()).toEqual([])
    expect(reported()).toEqual(['INTERNAL_ERROR unexpected'])
  })

  it('says why it was handled as it was, where it came from, and nothing secret', async () => {
    const { fails, onReport } = start()
    await fails(
      problem('INTERNAL_ERROR', 500, {
        request: { method: 'POST', url: 'http://localhost/api/sessions/12345/runs?token=abc' },
        requestId: 'req_7',
        evidence: { sent: JSON.stringify({ password: 'hunter2', question: 'why' }) },
      }),
    )
    const [[report]] = onReport.mock.calls as [[ProblemReport]]
    expect(report).toMatchObject({ requestId: 'req_7', method: 'POST', why: { rung: 'code', layer: 'contract' } })
    expect(report.fingerprint).toMatch(/^divination INTERNAL_ERROR .*\/api\/sessions\//)
    expect(report.fingerprint).not.toContain('12345')
    expect(JSON.stringify(report)).not.toMatch(/abc|hunter2/)
    expect(JSON.stringify(report)).toContain('why')
  })

  it('that the app cannot take changes nothing else', async () => {
    expectConsole('warn', 'onReport threw')
    const broken = vi.fn(() => {
      throw new Error('the reporter is down')
    })
    const { fails, shown } = start(broken)
    await fails(problem('INTERNAL_ERROR', 500))
    expect(broken).toHaveBeenCalledTimes(1)
    expect(shown()).toEqual(['INTERNAL_ERROR toast 1'])
  })
})

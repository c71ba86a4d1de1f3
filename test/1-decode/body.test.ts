import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readProblem, takeProblem } from '../../src/1-decode/read-problem.ts'
import { evidenceOf } from '../../src/problem/problem.ts'
import { answer, contract, problemIn } from './read.ts'

const known = JSON.stringify({ title: 'Out of luck', code: 'OUT_OF_CREDIT' })

function utf16(text: string, { bigEndian = false, mark = false } = {}): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text
  const units = Array.from({ length: marked.length }, (_, index) => marked.charCodeAt(index))
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A body that comes in pieces; `ended` tells whether somebody gave it up. */
function streamed(pieces: readonly (Uint8Array | 'error' | 'silence')[]): { response: Response; ended: () => boolean } {
  let at = 0
  let cancelled = false
  const stream = new ReadableStream({
    async pull(controller) {
      const piece = pieces[at++]
      if (piece === undefined) controller.close()
      else if (piece === 'error') controller.error(new TypeError('terminated'))
      else if (piece === 'silence') await new Promise(() => {})
      else controller.enqueue(piece)
    },
    cancel() {
      cancelled = true
    },
  })
  return { response: new Response(stream, { status: 500 }), ended: () => cancelled }
}

describe('a body of any form leads to a problem', () => {
  it.each<[string, unknown, string]>([
    ['wrong content type', known, 'text/html'],
    ['byte order mark', utf8(`\ufeff${known}`), 'application/json'],
    ['UTF-16LE by its mark', utf16(known, { mark: true }), 'application/json'],
    ['UTF-16BE by its mark', utf16(known, { bigEndian: true, mark: true }), 'application/json; charset=utf-8'],
    ['UTF-16LE by its charset', utf16(known), 'application/json; charset="UTF-16LE"'],
    ['UTF-16BE by its charset', utf16(known, { bigEndian: true }), 'application/json;charset=utf-16be'],
    ['UTF-16 that nothing tells of', utf16(known), 'application/json'],
    ['UTF-16BE that nothing tells of', utf16(known, { bigEndian: true }), ''],
    ['unknown charset', known, 'application/json; charset=klingon'],
    ['encoded twice', JSON.stringify(known), 'application/json'],
    ['white space around it', ` \n\t${known}\r\n`, 'application/json'],
  ])('%s is read', async (_, body, type) => {
    expect(await problemIn(body, { type }, contract)).toMatchObject({ code: 'OUT_OF_CREDIT', title: 'Out of luck' })
  })

  it('Chinese in its own charset is read', async () => {
    const bytes = Uint8Array.from([...utf8('{"title":"'), 0xd3, 0xe0, 0xb6, 0xee, ...utf8('"}')])
    expect((await problemIn(bytes, { type: 'application/json; charset=gbk' })).title).toBe('余额')
  })

  it.each<[string, unknown]>([
    [
      'nginx',
      '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502</h1></center></body></html>',
    ],
    ['Cloudflare', '<!DOCTYPE html>\n<html class="no-js"><head><title>origin | 502</title></head></html>'],
    ['XML problem details', '<?xml version="1.0"?><problem xmlns="urn:ietf:rfc:7807"><title>x</title></problem>'],
    ['plain text', 'upstream connect error or disconnect/reset before headers'],
    ['nothing', ''],
    ['no body', null],
    ['truncated', known.slice(0, -4)],
    ['a number', '42'],
    ['null', 'null'],
    ['a list', '[1,2]'],
    ['text', '"only words"'],
    ['NUL', '\0'],
    ['no UTF-8', Uint8Array.from([0xff, 0xfe, 0x00])],
    ['encoded three times', JSON.stringify(JSON.stringify(known))],
  ])('%s is read by its status', async (_, body) => {
    for (const type of ['text/html', 'application/problem+json', 'application/problem+xml']) {
      const problem = await problemIn(body, { status: 502, type }, contract)
      expect(problem).toMatchObject({ kind: 'http', code: 'HTTP_502', status: 502 })
      expect([problem.title, problem.detail, problem.data]).toEqual([undefined, undefined, {}])
    }
  })

  it('the text that came is kept for the report', async () => {
    const html = '<html>secret</html>'
    const problem = await readProblem(answer(html, { status: 502 }), contract, {
      method: 'post',
      url: '/x',
      body: 'sent',
    })
    expect(evidenceOf(problem!)).toEqual({ received: html, sent: 'sent' })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })
})

describe('server words are safe to show', () => {
  it.each([
    ['a\u202eb\u2066c\u061cd\u200fe', 'abcde'],
    ['a\0b\x1b[31mc\x7f\x9b', 'ab[31mc'],
    ['one\r\ntwo\tthree\u2028four', 'one two three four'],
    ['  round  ', 'round'],
    ['half \ud83d pair', 'half  pair'],
    ['whole \ud83d\ude00 pair', 'whole 😀 pair'],
    ['می‌خواهم', 'می‌خواهم'], // joiners are part of the writing
    ['1 < 2 & <b>x</b>', '1 < 2 & <b>x</b>'], // text that is shown as text
    ['<!DOCTYPE html><p>x', undefined],
    [' <HTML lang="en">', undefined],
    ['\0\u202e', undefined],
    ['', undefined],
  ])('%j', async (detail, shown) => {
    expect((await problemIn({ code: 'X', detail })).detail).toBe(shown)
    expect((await problemIn({ code: 'X', title: detail }, { type: 'application/json' })).title).toBe(shown)
  })

  it('and at most 500 characters, with no half of a pair at the end', async () => {
    const problem = await problemIn({
      code: 'c'.repeat(9000),
      title: '😀'.repeat(4000),
      detail: `x${'😀'.repeat(4000)}`,
      type: `x:${'y'.repeat(9000)}`,
    })
    for (const text of [problem.code, problem.title!, problem.detail!, problem.type!]) {
      expect(text.length).toBeLessThanOrEqual(500)
      expect(text).not.toMatch(/\p{Cs}/u)
      expect(text).toMatch(/…$/)
    }
  })
})

describe('reading is bounded', () => {
  it('the body can still be read by the caller', async () => {
    const response = answer(known)
    await readProblem(response, contract)
    expect(await response.text()).toBe(known)
  })

  it('a body that somebody has read leads to a problem by its status', async () => {
    const response = answer(known, { status: 503 })
    await response.text()
    expect(await readProblem(response, contract)).toMatchObject({ code: 'HTTP_503' })
    const locked = answer(known, { status: 503 })
    locked.body?.getReader()
    expect(await readProblem(locked, contract)).toMatchObject({ code: 'HTTP_503' })
  })

  it('pieces are put together, characters cut in two included', async () => {
    const bytes = utf8(JSON.stringify({ title: '余额不足 😀' }))
    const { response } = streamed(Array.from(bytes, (byte) => Uint8Array.of(byte)))
    expect((await readProblem(response))?.title).toBe('余额不足 😀')
  })

  it('a body of 256 KB is read, a longer one is left and given up', async () => {
    const around = '{"title":"x","pad":""}'
    const full = `{"title":"x","pad":"${'y'.repeat(256 * 1024 - around.length)}"}`
    expect((await problemIn(full)).title).toBe('x')
    const { response, ended } = streamed([utf8(full), utf8(' '), 'silence'])
    const problem = await takeProblem(response)
    expect([problem?.code, problem?.title, ended()]).toEqual(['HTTP_500', undefined, true])
    expect(String(evidenceOf(problem!).received)).toHaveLength(256 * 1024)
  })

  it('a body without end is given up, even one of empty pieces', async () => {
    let given = 0
    const endless = (piece: Uint8Array) =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue((given++, piece)) }), { status: 500 })
    expect(await takeProblem(endless(utf8('{"a":')))).toMatchObject({ code: 'HTTP_500' })
    expect(given).toBeLessThan(60_000)
    expect(await readProblem(endless(new Uint8Array(0)))).toMatchObject({ code: 'HTTP_500' })
  })

  it('a body that breaks off leads to a problem by its status', async () => {
    const { response } = streamed([utf8('{"title":'), 'error'])
    const problem = await readProblem(response)
    expect(problem).toMatchObject({ kind: 'http', code: 'HTTP_500' })
    expect(evidenceOf(problem!).received).toBe('{"title":')
  })

  it('what is no bytes is no body', async () => {
    const stream = new ReadableStream({
      start: (controller) => (controller.enqueue('{"title":"x"}'), controller.close()),
    })
    expect(await readProblem(new Response(stream, { status: 500 }))).toMatchObject({
      code: 'HTTP_500',
      title: undefined,
    })
  })

  it('a platform without streams is read as text', async () => {
    const text = () => Promise.resolve(known)
    const native = { status: 400, headers: new Headers(), url: '', bodyUsed: false, text, clone: () => native }
    expect(await readProblem(native as unknown as Response, contract)).toMatchObject({ code: 'OUT_OF_CREDIT' })
  })

  it('data is at most 32 levels deep', async () => {
    const depth = 40_000
    const problem = await problemIn(`{"title":"x","deep":${'['.repeat(depth)}${']'.repeat(depth)}}`)
    let levels = 0
    for (let at: unknown = problem.data['deep']; Array.isArray(at); at = at[0]) levels++
    expect(levels).toBeGreaterThan(10)
    expect(levels).toBeLessThanOrEqual(32)
    expect(() => structuredClone(problem.toJSON())).not.toThrow()
  })

  describe('in time', () => {
    beforeEach(() => {
      vi.useFakeTimers()
    })
    afterEach(() => {
      vi.useRealTimers()
    })

    it('after 10 s a silent body is given up', async () => {
      const { response, ended } = streamed([utf8(known), 'silence'])
      const reading = takeProblem(response, contract)
      await vi.advanceTimersByTimeAsync(9_999)
      expect(ended()).toBe(false)
      await vi.advanceTimersByTimeAsync(1)
      expect([(await reading)?.code, ended()]).toEqual(['HTTP_500', true])
    })

    it('nothing is left behind by a body that came', async () => {
      await problemIn(known)
      expect(vi.getTimerCount()).toBe(0)
    })

    it('a stand-in whose text never comes is given up as well', async () => {
      const native = {
        status: 400,
        headers: new Headers(),
        bodyUsed: false,
        text: () => new Promise(() => {}),
        clone: () => native,
      }
      const reading = readProblem(native as unknown as Response)
      await vi.advanceTimersByTimeAsync(10_000)
      expect((await reading)?.code).toBe('HTTP_400')
    })
  })
})

import { describe, expect, it } from 'vitest'
import { returnTo } from '../../../src/index.ts'

const base = 'https://app.example.com/settings?x=1'
const at = (target: unknown) => returnTo(target, '/login', base)

describe('the way back after signing in', () => {
  it.each([
    ['/orders/42', '/orders/42'],
    ['?next=1', '/settings?next=1'],
    ['#x', '/settings?x=1#x'],
    ['https://app.example.com:443/ok', '/ok'],
    ['https:evil.com', '/evil.com'],
    ['/a/../b', '/b'],
    ['/loginless', '/loginless'],
    ['/a?to=//evil.com', '/a?to=//evil.com'],
  ])('leads to a page of this origin: %j', (target, path) => {
    expect(at(target)).toBe(path)
  })

  it.each([
    '//evil.com',
    '/\\evil.com',
    '\\\\evil.com',
    'https://app.example.com.evil.com/',
    'https://app.example.com@evil.com/',
    'https://user:pw@app.example.com/ok',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\tjavascript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    '/\t/evil.com',
    '///evil.com',
    'https:\\\\evil.com',
    'http://app.example.com/',
    'https://app.example.com:444/',
    'blob:https://app.example.com/x',
    'mailto:ada@example.com',
    'about:blank',
    '/..//evil.com',
    '/.//evil.com',
    '/a/..//evil.com',
    '/%2e%2e//evil.com',
    'https://[',
  ])('leads nowhere else: %j', (target) => {
    expect(at(target)).toBe('/')
  })

  it.each([null, undefined, 7, {}, ['/orders'], new URL('https://evil.com')])(
    'takes no more than a text: %j',
    (target) => {
      expect(at(target)).toBe('/')
    },
  )

  it.each([
    '/login',
    '/login/',
    '/login?returnTo=/login',
    '/login#a',
    '/login/code',
    '/LOGIN',
    '/%6Cogin',
    '/x/../login',
  ])('never leads to the sign-in itself: %j', (target) => {
    expect(at(target)).toBe('/')
  })

  it('comes out as something that, read again, is still of this origin', () => {
    const pieces = ['/', '\\', '.', '..', '%2f', '%5c', '\t', '\n', ':', '@', 'evil.com', 'https:', '?', '#', '//']
    for (const a of pieces)
      for (const b of pieces)
        for (const c of pieces)
          for (const d of ['', '/', 'evil.com', '//evil.com'])
            expect(new URL(at(a + b + c + d), base).origin).toBe('https://app.example.com')
  })
})

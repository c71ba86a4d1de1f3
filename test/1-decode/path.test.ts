import { describe, expect, it } from 'vitest'
import { parsePath, samePath } from '../../src/1-decode/path.ts'
import { processorTime } from '../processor-time.ts'

describe('a field path has many spellings', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['#', []],
    ['#/', []],
    ['/', []],
    ['name', ['name']],
    ['/a/b', ['a', 'b']],
    ['#/a/b', ['a', 'b']],
    ['/a//b', ['a', '', 'b']],
    ['#/a%2Fb', ['a', 'b']],
    ['/a~1b~0c', ['a/b~c']],
    ['a.b.0.c', ['a', 'b', '0', 'c']],
    ['a[0].b', ['a', '0', 'b']],
    ['$.a[0].b', ['a', '0', 'b']],
    ['$', []],
    ['user[address][zip]', ['user', 'address', 'zip']],
    ['tags[]', ['tags']],
    ['a["b.c"][\'d]\']', ['a', 'b.c', 'd]']],
    [' a.b ', ['a', 'b']],
    ['a..b', ['a', 'b']],
    ['[', []],
    [']]', []],
    ['a[b', ['a', 'b']],
    ['price$.amount', ['price$', 'amount']],
  ])('%j', (text, path) => {
    expect(parsePath(text)).toEqual(path)
  })

  it('and one meaning', () => {
    expect(samePath('#/items/0/qty', 'items[0].qty')).toBe(true)
    expect(samePath(['items', '0', 'qty'], '/items/0/qty')).toBe(true)
    expect(samePath('items.0', 'items.0.qty')).toBe(false)
    expect(samePath('a.b', 'b.a')).toBe(false)
    expect(samePath([], '')).toBe(true)
  })

  it('no path is long, and none is slow', () => {
    const start = processorTime()
    for (const text of ['/a', 'a.', '[', '["', '~1', '%', '#/%', ' '])
      expect(parsePath(text.repeat(100_000)).length).toBeLessThanOrEqual(32)
    expect(processorTime() - start).toBeLessThan(500)
  })
})

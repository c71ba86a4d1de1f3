import { expect, it } from 'vitest'

/** The files in which the rules stand. What needs a server of its own, and its headers, has a folder of its own. */
const files = import.meta.glob<string>(['./*.test.{ts,tsx}', '../../policy/*.test.ts'], {
  eager: true,
  import: 'default',
  query: '?raw',
})

it('every one of the 38 rules has a test whose title begins with its number', () => {
  const titles = Object.values(files).flatMap((text) => [...text.matchAll(/['"]((?:\d+, )*\d+)\. /g)])
  const numbers = new Set(titles.flatMap(([, listed = '']) => listed.split(', ').map(Number)))
  expect([...numbers].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1))
})

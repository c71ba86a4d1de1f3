import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import facts from '../contracts/divination.facts.json' with { type: 'json' }

const stories = readFileSync(new URL('../../stories/divination/codes.stories.tsx', import.meta.url), 'utf8')
const told = [...stories.matchAll(/^export const (\w+) = codeStory\('(\w+)'\)$/gm)]

it('every code of the document has a story, and every story a code of the document', () => {
  const names = told.map(([, name]) => name)
  const codes = told.map(([, , code]) => code)
  expect(names).toEqual(codes)
  expect([...codes].sort()).toEqual(codesOf(facts).sort())
})

function codesOf(data: unknown): string[] {
  const list = Array.isArray(data) ? data : (data as { codes: unknown }).codes
  return Array.isArray(list) ? list.map((fact: { code: string }) => fact.code) : Object.keys(list as object)
}

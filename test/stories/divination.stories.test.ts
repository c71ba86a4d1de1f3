// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import facts from '../contracts/divination.facts.json' with { type: 'json' }

const stories = readFileSync(new URL('../../stories/divination/codes.stories.tsx', import.meta.url), 'utf8')
const told = [...stories.matchAll(/^export const (\w+) = codeStory\('(\w+)'\)$/gm)]

it('every code of the document has a story, and every story a code of the document', () => {
  const codes = told.map(([, , code]) => code)
  expect(told.map(([, name]) => name)).toEqual(codes)
  expect([...codes].sort()).toEqual(facts.map(({ code }) => code).sort())
})

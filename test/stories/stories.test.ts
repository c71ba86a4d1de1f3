// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { StoryBackend } from '../../stories/backends/backend.ts'
import { creatoria } from '../../stories/backends/creatoria.ts'
import { divination } from '../../stories/backends/divination.ts'
import { qoder } from '../../stories/backends/qoder.ts'
import { resq } from '../../stories/backends/resq.ts'

const backends: readonly StoryBackend[] = [divination, qoder, creatoria, resq]

describe.each(backends)('the stories of $contract.name', (backend) => {
  const { name, catalogue } = backend.contract
  const text = readFileSync(new URL(`../../stories/${name}/codes.stories.tsx`, import.meta.url), 'utf8')
  const told = [...text.matchAll(/^export const (\w+) = codeStory\('(\w+)'\)$/gm)]

  it('show every code that a response can have, and none besides; what comes in a stream has a story of its own', () => {
    const shown = new Set(Object.values(backend.cases).map(({ code }) => code))
    const ofResponses = Object.entries(catalogue).filter(([, { status }]) => status !== undefined)
    expect([...shown].sort()).toEqual(ofResponses.map(([code]) => code).sort())
  })

  it('are one for each answer of the backend, under its name', () => {
    expect(told.map(([, story]) => story)).toEqual(told.map(([, , argument]) => argument))
    expect(told.map(([, story]) => story)).toEqual(Object.keys(backend.cases))
  })
})

// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { creatoriaWire } from '../../examples/server/backends/creatoria-wire.ts'
import { qoderWire } from '../../examples/server/backends/qoder-wire.ts'
import { resqWire } from '../../examples/server/backends/resq-wire.ts'
import type { WireCases } from '../../examples/server/backends/wire-case.ts'
import creatoriaFacts from '../contracts/creatoria.facts.json' with { type: 'json' }
import qoderFacts from '../contracts/qoder.facts.json' with { type: 'json' }
import resqFacts from '../contracts/resq.facts.json' with { type: 'json' }
import type { Facts } from '../contracts/fact.ts'

const backends: readonly (readonly [string, WireCases, { readonly facts: readonly unknown[] }])[] = [
  ['qoder', qoderWire, qoderFacts],
  ['creatoria', creatoriaWire, creatoriaFacts],
  ['resq', resqWire, resqFacts],
]

describe.each(backends)('the demo answers for %s', (_name, wire, { facts }) => {
  it('with every body that its documents print, and says of all others that they are made', () => {
    const printed = (facts as Facts['facts']).flatMap(({ answer }) =>
      answer === undefined || answer.made === true || answer.status < 400 ? [] : [text(answer)],
    )
    const sent = Object.values(wire).filter(({ made }) => made !== true)
    expect(sent.map(text).toSorted()).toEqual([...new Set(printed)].toSorted())
  })

  it('with names that begin with the code', () => {
    for (const [name, { code }] of Object.entries(wire)) expect(name.startsWith(code)).toBe(true)
  })
})

function text({ status, body }: { readonly status: number; readonly body?: unknown }): string {
  return JSON.stringify([status, body])
}

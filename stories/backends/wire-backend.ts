import { replyOf, type WireCase, type WireCases } from '../../examples/server/backends/wire-case.ts'
import type { Contract } from '../../src/core.ts'
import type { StoryBackend, StoryCase } from './backend.ts'

interface WireBackend {
  readonly contract: Contract
  readonly path: string
  readonly wire: WireCases
  /** The controls of its form. */
  readonly controls: readonly string[]
  /** What words may name besides what the body says, by case. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** A backend whose answers stand in a table of wire cases. */
export function wireBackend({ contract, path, wire, controls, params = {} }: WireBackend): StoryBackend {
  const toCase = (name: string, wireCase: WireCase): StoryCase => ({
    code: wireCase.code,
    reply: () => replyOf(wireCase),
    controls,
    marks: wireCase.names ?? [],
    byRule: contract.catalogue[wireCase.code]?.text !== 'server',
    variant: wireCase.variant,
    params: { ...errorOf(wireCase), ...params[name] },
    sentence: sentenceOf(wireCase),
  })
  return {
    contract,
    path,
    cases: Object.fromEntries(Object.entries(wire).map(([name, wireCase]) => [name, toCase(name, wireCase)])),
  }
}

type Body = Readonly<Record<string, unknown>>

function errorOf({ body }: WireCase): Body {
  const { error } = body as Body
  return typeof error === 'object' ? (error as Body) : (body as Body)
}

function sentenceOf(wireCase: WireCase): string | undefined {
  const { message, error } = errorOf(wireCase)
  return [message, error].find((text): text is string => typeof text === 'string')
}

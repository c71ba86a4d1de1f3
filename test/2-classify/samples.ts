import type { Contract } from '../../src/problem/contract.ts'
import { Problem } from '../../src/problem/problem.ts'
import type { ProblemInit } from '../../src/problem/problem-data.ts'
import type { Catalogue } from '../../src/problem/remedy.ts'

/** A problem with only what a test cares about. */
export function problem(init: Partial<ProblemInit> = {}): Problem {
  return new Problem({ kind: 'http', code: 'SOLD_OUT', occurredAt: 0, ...init })
}

/** A contract with only what a test cares about. */
export function contract(parts: Partial<Contract> & { readonly catalogue?: Catalogue } = {}): Contract {
  return { name: 'shop', dialects: [() => undefined], identity: 'code', catalogue: {}, ...parts }
}

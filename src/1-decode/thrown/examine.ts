import { isProblem, type Problem } from '../../problem/problem.ts'
import { peek } from '../own.ts'
import { fromAxios } from './axios.ts'
import type { Clue, Origin } from './clue.ts'
import { fromGraphQl } from './graphql.ts'
import { fromJsonSyntax } from './json-syntax.ts'
import { fromPlatform, fromSystem } from './platform.ts'
import { fromReactRouter } from './react-router.ts'
import { fromResponse } from './response.ts'
import { fromTanstack } from './tanstack.ts'
import { fromTrpc } from './trpc.ts'
import { fromClientWithResponse } from './with-response.ts'

const maxCauses = 10

// Clients first: they know the request, and their errors wrap those of the platform.
const origins: readonly Origin[] = [
  fromResponse,
  fromAxios,
  fromTrpc,
  fromGraphQl,
  fromClientWithResponse,
  fromTanstack,
  fromReactRouter,
  fromPlatform,
  fromSystem,
  fromJsonSyntax,
]

/** The value and what caused it, outermost first; ten of them, for causes may run in a circle. */
export function chainOf(thrown: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (let link = thrown; chain.length < maxCauses && link !== undefined && link !== null; link = peek(link, 'cause'))
    chain.push(link)
  return chain
}

/** The problem that was thrown, perhaps wrapped by somebody. */
export function problemIn(chain: readonly unknown[]): Problem | undefined {
  return chain.find((link) => isProblem(link))
}

/** All that the origins can tell; of two answers the outer one holds. */
export function examine(chain: readonly unknown[]): Clue {
  const found: Record<string, unknown> = {}
  for (const link of chain) {
    for (const origin of origins)
      for (const [name, member] of Object.entries(origin(link) ?? {})) found[name] ??= member
    if (found['kind'] !== undefined || found['answer'] !== undefined) break
  }
  return found
}

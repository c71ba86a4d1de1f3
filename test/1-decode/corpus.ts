import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FieldProblem } from '../../src/problem/parts.ts'

/** One answer as a server of this kind sends it, and the problem that is in it. */
export interface Specimen {
  readonly name: string
  readonly given: Given
  readonly expected: Expected
}

export interface Given {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body: as a value, or as the text it is. */
  readonly json?: unknown
  readonly text?: string
}

export interface Expected {
  /** The name of the dialect it belongs to; `null` when none knows it. */
  readonly dialect: string | null
  readonly code: string
  readonly fields?: readonly FieldProblem[]
  readonly retryAfter?: number
  readonly shouldRetry?: boolean
  readonly likeStatus?: number
  readonly requestId?: string
  readonly title?: string
  readonly detail?: string
  /** Where it matters what is left of the body. */
  readonly data?: Readonly<Record<string, unknown>>
}

const folder = join(import.meta.dirname, 'corpus')

/** The corpus: one folder for each specimen. */
export function readCorpus(): readonly Specimen[] {
  return readdirSync(folder).map((name) => ({
    name,
    given: readJson(`${name}/given.json`) as Given,
    expected: readJson(`${name}/expected.json`) as Expected,
  }))
}

/** The body as it goes over the wire. */
export function bodyOf({ json, text }: Given): string {
  return text ?? JSON.stringify(json)
}

export function responseOf(given: Given): Response {
  return new Response(bodyOf(given), { status: given.status, headers: given.headers })
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'))
}

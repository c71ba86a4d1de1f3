import type { FieldProblem } from '../problem/parts.ts'
import { isObject } from './own.ts'
import { words } from './text.ts'

/** No more are looked at: a big form, every field of it refused. */
export const maxFields = 256
// What fills that is no form, and so many of it say as much.
const enough = 100
const maxSteps = 32

/** Field problems of any dialect, within bounds and safe to show. What says nothing at all is left out. */
export function cleanFields(fields: unknown): readonly FieldProblem[] {
  const clean: FieldProblem[] = []
  if (!Array.isArray(fields)) return clean
  for (const field of (fields.length < maxFields ? fields : fields.slice(0, enough)) as unknown[]) {
    if (!isObject(field) || !Array.isArray(field['path'])) continue
    const kept: Writable<FieldProblem> = { path: field['path'].slice(0, maxSteps).map(cleanStep) }
    const rule = words(field['rule'])
    const message = words(field['message'])
    if (rule !== undefined) kept.rule = rule
    if (message !== undefined) kept.message = message
    if (kept.path.length > 0 || rule || message) clean.push(kept)
  }
  return clean
}

function cleanStep(step: unknown): string {
  return words(typeof step === 'number' ? String(step) : step) ?? ''
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

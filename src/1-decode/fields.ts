import type { FieldProblem } from '../problem/parts.ts'
import { words } from './text.ts'

const maxFields = 100
const maxSteps = 32

/** Field problems of any dialect, within bounds and safe to show. What says nothing at all is left out. */
export function cleanFields(fields: unknown): readonly FieldProblem[] {
  if (!Array.isArray(fields)) return []
  return fields
    .slice(0, maxFields)
    .flatMap((field: Partial<Record<keyof FieldProblem, unknown>> | null | undefined) => {
      if (typeof field !== 'object' || field === null || !Array.isArray(field.path)) return []
      const path = field.path
        .slice(0, maxSteps)
        .map((step) => words(typeof step === 'number' ? String(step) : step) ?? '')
      const rule = words(field.rule)
      const message = words(field.message)
      return path.length === 0 && !rule && !message
        ? []
        : [{ path, ...(rule && { rule }), ...(message && { message }) }]
    })
}

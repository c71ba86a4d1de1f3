import type { FieldProblem } from './parts.ts'
import { redactData, redactText, redactUrl } from './redact.ts'

/** What the server said of the problem, in its own words. */
export interface Said {
  readonly title: string | undefined
  readonly detail: string | undefined
  readonly type: string | undefined
  readonly instance: string | undefined
  readonly fields: readonly FieldProblem[]
}

/** The same without secrets. A path names fields, and a field may be called `password`: its name is no secret. */
export function saidBy({ title, detail, type, instance, fields }: Said): Said {
  return {
    title: title && redactText(title),
    detail: detail && redactText(detail),
    type: type && redactUrl(type),
    instance: instance && redactUrl(instance),
    fields: redactData(fields) as readonly FieldProblem[],
  }
}

import type { FieldProblem } from '../../problem/parts.ts'
import type { HttpContext, Reading } from '../../problem/reading.ts'
import { isObject, own } from '../own.ts'
import { fromDictionary } from './fields/dictionary.ts'
import { maxFields } from '../fields.ts'
import { problemDetails } from './problem-details.ts'
import { rest, textIn } from './shape.ts'

/**
 * ASP.NET validation problems: problem details with `errors` by the name of the property, or by `$.path` where the
 * JSON could not be read; and `ModelState` of Web API 2. The names come as C# has them, and JSON has them in camel case.
 */
export function aspNet(body: unknown, http: HttpContext): Reading | undefined {
  if (!isObject(body)) return undefined
  const state = own(body, 'ModelState')
  if (isObject(state))
    return { detail: textIn(body, 'Message'), fields: fieldsOf(state), data: rest(body, 'Message', 'ModelState') }
  const errors = own(body, 'errors')
  const marked = textIn(body, 'traceId') ?? /validation errors? occurred/.exec(textIn(body, 'title') ?? '')
  if (!isObject(errors) || !marked || textIn(body, 'title') === undefined) return undefined
  const reading = problemDetails(body, http)
  return reading && { ...reading, fields: fieldsOf(errors) }
}

function fieldsOf(errors: object): readonly FieldProblem[] {
  return fromDictionary(errors, maxFields).map((field) => ({ ...field, path: field.path.map(toCamelCase) }))
}

// As System.Text.Json does it: `URLValue` → `urlValue`, `ID` → `id`.
function toCamelCase(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/, (capitals) => capitals.toLowerCase())
}

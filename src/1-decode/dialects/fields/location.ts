import type { FieldProblem } from '../../../problem/parts.ts'
import { own, ownText, type JsonObject } from '../../own.ts'

const elsewhere = new Set(['query', 'path', 'header', 'cookie'])

/** FastAPI: `{ loc: ['body', 'items', 1, 'sku'], msg: '…', type: 'missing' }`. */
export function fromLocation(item: JsonObject): FieldProblem | undefined {
  const location = own(item, 'loc')
  if (!Array.isArray(location)) return undefined
  const rule = ownText(item, 'type')
  return { path: pathOf(location, rule), rule, message: ownText(item, 'msg') }
}

/** What is wrong outside the body, or with its JSON, is no field of a form: that is about the form as a whole. */
function pathOf(location: readonly unknown[], rule: string | undefined): readonly string[] {
  const steps = location.filter((step) => typeof step === 'string' || typeof step === 'number').map(String)
  const [origin = ''] = steps
  if (elsewhere.has(origin) || rule === 'json_invalid') return []
  const path = origin === 'body' ? steps.slice(1) : steps
  return path.filter((step) => step !== '__root__')
}

import { nest } from '../../1-decode/dialects/nest.ts'
import { classValidatorName, withFieldNames } from '../../1-decode/dialects/with-field-names.ts'
import type { FieldProblem } from '../../problem/parts.ts'
import type { HttpContext, Reading } from '../../problem/reading.ts'

const named = withFieldNames(nest, (sentence) => classValidatorName(sentence) ?? required(sentence))

/**
 * Nest's bodies, with the field and the rule read out of each sentence of class-validator: with the rule the kit has
 * words for the field in the user's language. To be asked for, because a sentence may be worded otherwise tomorrow.
 */
export function nestWithFieldNames(body: unknown, http: HttpContext): Reading | undefined {
  const reading = named(body, http)
  return reading?.fields === undefined ? reading : { ...reading, fields: reading.fields.map(withRule) }
}

// `model is required`, as the document has it: a message of their own, in the manner of class-validator.
function required(sentence: string): string | undefined {
  return /^([\w$]+(?:\.[\w$]+)*) is required\b/.exec(sentence.slice(0, 200))?.[1]
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/ is required\b| should not be (?:empty|null)/, 'required'],
  [/ must be longer than /, 'minLength'],
  [/ must be shorter than /, 'maxLength'],
  [/ must be an? /, 'type'],
]

function withRule(field: FieldProblem): FieldProblem {
  const { path, rule, message = '' } = field
  if (rule !== undefined || path.length === 0) return field
  return { ...field, rule: rules.find(([pattern]) => pattern.test(message))?.[1] }
}

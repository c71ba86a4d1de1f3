import type { FieldProblem } from '../../problem/parts.ts'
import type { Dialect } from '../../problem/reading.ts'
import { parsePath } from '../path.ts'

/**
 * The same dialect, with the names of fields read out of sentences that have no field yet. To be asked for, because
 * prose is no protocol: a sentence may be translated, or written by hand, and then its first word is no field.
 *
 * @param nameOf Finds the name in a sentence. @default `classValidatorName`
 * @example
 * ```ts
 * import { defineContract } from 'react-remedy/core'
 * import { nest, withFieldNames } from 'react-remedy/contracts/any'
 *
 * export const shop = defineContract({
 *   name: 'shop',
 *   dialects: [withFieldNames(nest)],
 *   identity: 'status',
 *   catalogue: {},
 * })
 * ```
 */
export function withFieldNames(dialect: Dialect, nameOf: NameOf = classValidatorName): Dialect {
  return (body, http) => {
    const reading = dialect(body, http)
    const fields = reading?.fields?.map((field) => named(field, nameOf))
    return fields === undefined ? reading : { ...reading, fields }
  }
}

/** Finds the name of the field that a sentence speaks of. */
export type NameOf = (sentence: string) => string | undefined

const sentence =
  /^((?:[\w$]+\.)*)(?:each value in |All |(?:nested )?property )*([\w$]+)(?:'s [a-z]+(?: length)?)? (?:must|should|is not) /

/**
 * The field in a sentence of class-validator as it is by default, the path of Nest before it: `address.zip must be a
 * string`, `each value in tags must be …`, `property foo should not exist`. `undefined` for every other sentence.
 */
export function classValidatorName(text: string): string | undefined {
  const [matched, above = '', name = ''] = sentence.exec(text.slice(0, 500)) ?? []
  return matched === undefined ? undefined : above + name
}

function named(field: FieldProblem, nameOf: NameOf): FieldProblem {
  const name = field.path.length === 0 && field.message !== undefined ? nameOf(field.message) : undefined
  return name === undefined ? field : { ...field, path: parsePath(name) }
}

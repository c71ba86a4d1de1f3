import type { FieldProblem } from '../../../problem/parts.ts'
import { maxFields } from '../../fields.ts'
import { parsePath } from '../../path.ts'
import { textIn } from '../shape.ts'

const maxDepth = 32
// How Django, Rails and others call what is wrong with the form as a whole.
const form = ['', 'non_field_errors', '__all__', 'base']

/**
 * Sentences at the ends of a tree: `{ items: [{}, { qty: ['…'] }] }`, `{ 'address.zip': ['…'] }`. `undefined` when any
 * end is something else: then this is no tree of field problems. With `listed` a sentence alone is something else too.
 */
export function fromNested(tree: unknown, listed = false): readonly FieldProblem[] | undefined {
  const fields: FieldProblem[] = []
  const walk = (node: unknown, path: readonly string[], depth: number): boolean => {
    if (depth === maxDepth || typeof node !== 'object' || node === null) return false
    const isList = Array.isArray(node)
    return Object.entries(node).every(([name, item]) => {
      if (fields.length === maxFields) return true
      const leaf = isList || !listed ? leafOf(item) : undefined
      if (leaf === undefined) return walk(item, [...path, ...(isList ? [name] : stepsOf(name))], depth + 1)
      return fields.push({ path: isList ? path : [...path, ...stepsOf(name)], ...leaf }) > 0
    })
  }
  const whole = listed || typeof tree !== 'object' ? undefined : leafOf(tree)
  if (whole !== undefined) return [{ path: [], ...whole }]
  return walk(tree, [], 0) && fields.length > 0 ? fields : undefined
}

// Django, where it is asked for full details, and Mongoose tell the rule as well.
function leafOf(node: unknown): Omit<FieldProblem, 'path'> | undefined {
  if (typeof node === 'string') return { message: node }
  const message = textIn(node, 'message')
  return message === undefined ? undefined : { rule: textIn(node, 'code', 'kind'), message }
}

function stepsOf(name: string): readonly string[] {
  return form.includes(name) ? [] : parsePath(name)
}

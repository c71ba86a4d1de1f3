const maxLength = 1000
const maxSteps = 32

const step = /\[\s*(?:"([^"]*)"|'([^']*)'|([^\]]*))\s*\]|([^.[\]]+)/g

/**
 * The steps of a field path, however it is spelled: JSON Pointer (`/items/0/qty`), its form in a URI fragment
 * (`#/items/0/qty`), dotted (`items.0.qty`, `$.items[0].qty`) or with brackets (`items[0][qty]`). The empty path is
 * the form as a whole. At most 32 steps.
 *
 * @example
 * ```ts
 * import { parsePath } from 'react-remedy/core'
 *
 * console.log(parsePath('items[0].quantity')) // ['items', '0', 'quantity']
 * ```
 */
export function parsePath(text: string): readonly string[] {
  const path = text.trim().slice(0, maxLength)
  if (path.startsWith('#')) return pointer(unescapePercent(path.slice(1)))
  if (path.startsWith('/')) return pointer(path)
  const steps = [...path.replace(/^\$\.?/, '').matchAll(step)].map(
    ([, double, single, bare, name]) => double ?? single ?? bare ?? name ?? '',
  )
  return steps.filter((name) => name !== '').slice(0, maxSteps)
}

/**
 * Do two paths lead to the same field? Texts are parsed first.
 *
 * @example
 * ```ts
 * import { samePath } from 'react-remedy/core'
 *
 * console.log(samePath(['items', '0', 'quantity'], '#/items/0/quantity')) // true
 * ```
 */
export function samePath(a: string | readonly string[], b: string | readonly string[]): boolean {
  const one = typeof a === 'string' ? parsePath(a) : a
  const other = typeof b === 'string' ? parsePath(b) : b
  return one.length === other.length && one.every((name, index) => name === other[index])
}

function pointer(text: string): readonly string[] {
  const steps = text.split('/', maxSteps + 1).slice(1)
  // A key of no characters is nobody's field: frameworks use it for the form as a whole.
  if (steps.length <= 1 && !steps[0]) return []
  return text.includes('~') ? steps.map(unescapeTilde) : steps
}

function unescapeTilde(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~') // in this order: ~01 is ~1
}

function unescapePercent(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

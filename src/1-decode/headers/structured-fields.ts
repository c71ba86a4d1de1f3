/** One member of a list or dictionary of RFC 9651; values are kept as they are spelled. */
export interface Member {
  /** Its key in a dictionary. */
  readonly key: string | undefined
  readonly value: string
  readonly params: ReadonlyMap<string, string>
}

const key = '[a-z*][\\w.*-]*'
const bare =
  '(?:"(?:[ !#-[\\]-~]|\\\\["\\\\])*"|:[\\w+/=]*:|\\?[01]|-?\\d{1,12}\\.\\d{1,3}|-?\\d{1,15}|[A-Za-z*][\\w!#$%&\'*+.^`|~:/-]*)'
const param = `; *(${key})(?:=(${bare}))?`
const member = `(?:(${key})=)?(${bare})((?:; *${key}(?:=${bare})?)*)`
const members = new RegExp(`(?:^ *|(?!^),[ \\t]*)${member}[ \\t]*`, 'gy')
const params = new RegExp(param, 'g')

/** The members of a list or a dictionary, inner lists apart; `undefined` when any of it is malformed. */
export function parseMembers(text: string | undefined): readonly Member[] | undefined {
  if (!text || text.length > 2000) return undefined
  const found = [...text.matchAll(members)]
  if (found.map(([whole]) => whole).join('') !== text) return undefined
  return found.map(([, name, value = '', rest = '']) => ({
    key: name,
    value,
    params: new Map([...rest.matchAll(params)].map(([, param = '', given = '?1']) => [param, given])),
  }))
}

/** The text of a String, `undefined` for every other type. */
export function toText(value: string): string | undefined {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : undefined
}

/** A non-negative Integer; `NaN` for every other value. */
export function toCount(value: string | undefined): number {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : NaN
}

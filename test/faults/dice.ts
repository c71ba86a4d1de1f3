/** From 0 to 1, always the same for the same words: what happens to a request does not hang on what overtakes it. */
export function dice(...words: readonly (string | number)[]): number {
  let hash = 2166136261
  for (const character of words.join(' ')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** One of these, by weight; `undefined` when the weights end before 1. */
export function pick<T extends string>(weights: Readonly<Record<T, number>>, thrown: number): T | undefined {
  let sum = 0
  for (const [name, weight] of Object.entries<number>(weights)) {
    sum += weight
    if (thrown < sum) return name as T
  }
  return undefined
}

/** Is this an own member that is not `undefined`? Codes come from servers: `constructor` is a code nobody knows. */
export function own<T>(members: Readonly<Record<string, T | undefined>> | undefined, key: string): T | undefined {
  return members !== undefined && Object.hasOwn(members, key) ? members[key] : undefined
}

/** One object over another, member by member: arrays are replaced, and a member that is `undefined` is absent. */
export function layOver<Under extends object, Over extends object>(under: Under, over: Over | undefined): Under & Over {
  const stated = Object.entries(over ?? {}).filter(([, member]) => member !== undefined)
  return { ...under, ...Object.fromEntries(stated) } as Under & Over
}

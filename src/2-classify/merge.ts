/** One object over another, member by member: arrays are replaced, and a member that is `undefined` is absent. */
export function layOver<Under extends object, Over extends object>(
  under: Under | undefined,
  over: Over | undefined,
): Under & Over {
  const laid = { ...under } as Record<string, unknown>
  for (const member in over) if (over[member] !== undefined && member !== '__proto__') laid[member] = over[member]
  return laid as Under & Over
}

/** Speaks to a developer, never to a user: what is wrong, why it matters, how to mend it. */
export function complain(what: string, why: string, how: string): never {
  throw new TypeError(`react-remedy: ${what}, ${why}. ${how}`)
}

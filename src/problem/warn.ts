// Written out where it is used, because bundlers look for the whole expression and then drop what is behind it.
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Says something to the developer, in development only. The one place of the library that writes to the console. */
export function warn(what: string, cause?: unknown): void {
  // Without a rest parameter, because bundlers drop what is passed to a function with nothing in it, but not to one of those.
  if (process.env.NODE_ENV !== 'production')
    console.warn(`react-remedy: ${what}`, ...(cause === undefined ? [] : [cause]))
}

/** The same, but only the first time that this is `said`. */
export function warnOnce(said: Set<string>, what: string): void {
  if (process.env.NODE_ENV === 'production' || said.has(what)) return
  said.add(what)
  warn(what)
}

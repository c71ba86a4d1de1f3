/** Says something to the developer, in development only. The one place of the library that writes to the console. */
export function warn(what: string, ...more: readonly unknown[]): void {
  if (isDevelopment()) console.warn(`react-remedy: ${what}`, ...more)
}

/** Is this a development build? Bundlers replace the expression; without a bundler it is one. */
export function isDevelopment(): boolean {
  return typeof process === 'undefined' || process.env['NODE_ENV'] !== 'production'
}

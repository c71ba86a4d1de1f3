declare const process: { readonly env: { readonly NODE_ENV?: string | undefined } }

/**
 * Is this a development build? Bundlers write the answer in; a page that loads the modules as they are counts as
 * production, because there is no `process` to ask.
 */
export function inDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}

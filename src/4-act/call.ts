import type { Mutation, Query } from '@tanstack/react-query'
import type { CallOptions } from './runtime.ts'

/** What a wrapped hook says about its own failures: it stays among TanStack's options. `undefined` for a plain one. */
export function callOf({ options }: Query | Mutation): CallOptions | undefined {
  const call: CallOptions = options as object
  return call.scopes && call
}

/** What a plain hook says under `meta: { remedy: { … } }`. */
export function metaOf({ meta }: Query | Mutation): CallOptions | undefined {
  const stated = meta?.['remedy']
  return typeof stated === 'object' && stated !== null ? stated : undefined
}

/** Stands for a route that nobody knows: keys begin with what is asked for. */
export function nameOf({ options }: Query | Mutation): string {
  if ('queryKey' in options) return String(options.queryKey?.[0])
  return `mutation ${String((options as Mutation['options']).mutationKey?.[0])}`
}

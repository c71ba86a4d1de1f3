import type { CallOptions } from './runtime.ts'

// A symbol, so that dehydration and devtools see only what the app itself put into `meta`.
const key = Symbol.for('react-remedy.call')

/** TanStack's `meta`, carrying what one hook says about its own failures. */
export function metaWith(meta: Record<string, unknown> | undefined, call: CallOptions): Record<string, unknown> {
  return { ...meta, [key]: call }
}

/** What a wrapped hook said; `undefined` for a plain one. */
export function callOf(meta: Record<string, unknown> | undefined): CallOptions | undefined {
  return (meta as { [key]?: CallOptions } | undefined)?.[key]
}

/** What a plain hook says under `meta: { remedy: { … } }`. */
export function metaOf(meta: Record<string, unknown> | undefined): CallOptions | undefined {
  const stated = meta?.['remedy']
  return typeof stated === 'object' && stated !== null ? stated : undefined
}

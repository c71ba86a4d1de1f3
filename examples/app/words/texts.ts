import type { en } from './en.ts'

type Widen<T> = T extends string ? string : { readonly [K in keyof T as NotSingular<K>]: Widen<T[K]> }

// Chinese has one plural form: `…_one` is English's own.
type NotSingular<K> = K extends `${string}_one` ? never : K

/** What every language must say. */
export type Texts = Widen<typeof en>

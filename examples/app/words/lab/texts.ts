import type { labEn } from './en.ts'

type Widen<T> = T extends string ? string : { readonly [K in keyof T]: Widen<T[K]> }

/** What the lab says in every language. */
export type LabTexts = Widen<typeof labEn>

/** What may stand in for a placeholder. */
export type Params = Readonly<Record<string, string | number | boolean>>

/** Asks for one text: where it stands, and what goes into its placeholders. */
export interface Ask {
  /** `remedy`, or `remedy.<contract>`. */
  readonly namespace: string
  /** One own key a step: `['statuses', '404', 'title']`. */
  readonly path: readonly string[]
  readonly params?: Params | undefined
}

/** Finds a text in exactly one language; `undefined` when there is none, or an empty one. */
export type Find = (tag: string, ask: Ask) => string | undefined

/** The namespace of the kit's own words. */
export const kitNamespace = 'remedy'

/** The namespace of a contract's words. */
export function namespaceOf(contract: string): string {
  return `${kitNamespace}.${contract}`
}

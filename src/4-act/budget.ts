/** R3: one budget for every wait of a call, in milliseconds. */
export interface Budget {
  /** How long it has waited, for whatever reason. */
  spent: number
  /** How long it may wait in all. @default 12000 */
  readonly patience?: number | undefined
}

/** R8: what a call may take, waits and all, in milliseconds. */
export interface Time {
  /** @default 60000 */
  readonly total: number
  /** When that is over, since 1970. */
  end: number
}

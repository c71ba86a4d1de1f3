import type { Fallbacks, Remedy, Surface } from '../problem/remedy.ts'

/** What one layer overrides: remedies by code, and fallbacks by status, class or kind. */
export interface Layer {
  readonly remedies?: Readonly<Record<string, Remedy | undefined>> | undefined
  readonly fallbacks?: Fallbacks | undefined
}

/** The layers above the contract, and the hook's `show`, which comes last. */
export interface Overrides {
  readonly call?: Layer | undefined
  readonly meta?: Layer | undefined
  /** Innermost first where several are nested. */
  readonly scope?: Layer | readonly Layer[] | undefined
  readonly app?: Layer | undefined
  readonly show?: Surface | undefined
}

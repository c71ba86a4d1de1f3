import type { Surface } from '../../problem/remedy.ts'
import type { Remedies } from '../register.ts'

/** What the hooks take besides TanStack's own options. */
export interface ApiOptions<C> {
  /** Whose failures these are. @default the contract that matches the URL */
  readonly contract?: C | undefined
  /** What differs from the catalogue for this call. */
  readonly remedies?: NoInfer<Remedies<C>> | undefined
  /** Where failures of this call are shown, whatever their remedies say. */
  readonly show?: Surface | undefined
  /** How long this call may wait in all before it is handed over, in milliseconds, 60000 at most. @default 12000 */
  readonly patience?: number | undefined
  /**
   * From the call to its end over all its attempts, in milliseconds; `Infinity` for no end. What takes longer, such as an
   * upload by a client of your own, says so; `client.fetch` has options like it. @default 60000
   */
  readonly total?: number | undefined
}

import type { Action, ActionContext } from '../4-act/actions.ts'
import type { ActionOf, CodeOf, Contract } from '../problem/contract.ts'
import type { Problem } from '../problem/problem.ts'
import type { FallbackCode } from '../problem/problem-data.ts'
import type { BuiltInAction, FallbackKey, Remedy } from '../problem/remedy.ts'

/**
 * Tells every hook the app's contracts, and names actions that no contract knows. Optional: without it `contracts` of
 * `ErrorProvider` still checks the actions, and `contract` of a hook still types its codes. One for each TypeScript
 * program, in a module file.
 *
 * @example
 * ```ts
 * import { divination } from 'react-remedy/contracts/divination'
 *
 * export const contracts = [divination] as const
 *
 * declare module 'react-remedy' {
 *   interface Register {
 *     contracts: typeof contracts
 *     actions: 'openChat'
 *   }
 * }
 * ```
 */
export interface Register {}

/** Any of the contracts that the app registered; any contract at all when it registered none. */
export type AppContract = Register extends { contracts: infer Cs }
  ? Cs extends readonly Contract[]
    ? Cs[number]
    : 'Register.contracts must be a list of contracts'
  : Contract

/** These actions, and those registered besides what contracts name. */
type WithRegistered<A> = Register extends { actions: infer More extends string } ? A | More : A

/** The problems of the app's contracts. */
export type AppProblem = Problem<CodeOf<AppContract>>

/** The library reads any problem; what it hands to an app is one of the app's. */
export function ofApp(problem: Problem): AppProblem
export function ofApp(problem: Problem): unknown {
  return problem
}

/** What an app gives for one action. */
export type ActionHandler = Action<AppProblem>

/** One handler for each app action; a built-in one may be replaced. */
export type ActionHandlers<A extends string> = { readonly [Name in A]: ActionHandler } & {
  readonly [Name in BuiltInAction]?: ActionHandler | undefined
}

/** `actions` is required as soon as a contract names an app action. */
export type ActionsProp<A extends string> = [A] extends [never]
  ? { readonly actions?: ActionHandlers<never> | undefined }
  : { readonly actions: ActionHandlers<A> }

/** The app actions that a list of contracts, and `Register`, demand. */
export type RequiredActions<Contracts extends readonly unknown[]> = WithRegistered<ActionOf<Contracts[number]>>

type ActionNames<C> = Register extends { contracts: readonly Contract[] }
  ? WithRegistered<ActionOf<AppContract>>
  : ActionOf<C>

/** Overrides by code, by fallback code, or by a rung of the ladder. `undefined` means: not stated. */
export type Remedies<C = AppContract> = {
  readonly [Key in CodeOf<C> | FallbackCode | FallbackKey]?: Remedy<ActionNames<C>> | undefined
}

export type { ActionContext }

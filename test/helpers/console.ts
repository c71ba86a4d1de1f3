import { expect } from 'vitest'

/** The two ways in which a library complains. */
export type ConsoleMethod = 'error' | 'warn'

interface Call {
  readonly method: ConsoleMethod
  readonly text: string
}

interface Expectation {
  readonly method: ConsoleMethod
  readonly pattern: RegExp | string
  met: boolean
}

const calls: Call[] = []
const expectations: Expectation[] = []

/**
 * Says that this test makes the console speak. Any word on `console.error` or `console.warn` that no test expects
 * fails the test in which it falls; so does an expected word that never comes.
 */
export function expectConsole(method: ConsoleMethod, pattern: RegExp | string): void {
  expectations.push({ method, pattern, met: false })
}

/** Puts listeners in place of the console's two complaints. Called once a test, by the setup file. */
export function listenToConsole(): () => void {
  const { error, warn } = console
  console.error = (...args: unknown[]) => void calls.push({ method: 'error', text: asText(args) })
  console.warn = (...args: unknown[]) => void calls.push({ method: 'warn', text: asText(args) })
  return () => Object.assign(console, { error, warn })
}

/** Fails when the console said what nobody expected, or did not say what somebody did. */
export function settleConsole(): void {
  const heard = calls.splice(0)
  const expected = expectations.splice(0)
  const surprises = heard.filter((call) => !accept(call, expected))
  expect(surprises, 'the console said something that no test expects').toEqual([])
  const silent = expected.filter((each) => !each.met).map((each) => `${each.method}: ${String(each.pattern)}`)
  expect(silent, 'the console did not say what the test expects').toEqual([])
}

function accept(call: Call, expected: Expectation[]): boolean {
  const match = expected.find((each) => each.method === call.method && fits(call.text, each.pattern))
  if (match) match.met = true
  return match !== undefined
}

function fits(text: string, pattern: RegExp | string): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text)
}

// Like the console itself: %s and its kin take the next argument, the rest follow.
function asText(args: readonly unknown[]): string {
  const rest = [...args]
  const first = typeof rest[0] === 'string' ? String(rest.shift()).replace(/%[sdifoOc]/g, () => show(rest.shift())) : ''
  return [first, ...rest.map(show)].filter(Boolean).join(' ')
}

function show(value: unknown): string {
  if (value instanceof Error) return value.stack ?? `${value.name}: ${value.message}`
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return Object.prototype.toString.call(value)
  }
}

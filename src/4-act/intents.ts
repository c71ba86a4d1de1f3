import type { Mutation } from '@tanstack/react-query'
import { permissionOf } from '../3-decide/retryable.ts'
import type { Problem } from '../problem/problem.ts'
import { randomKey } from './idempotency.ts'

/** Calls that mean the same thing: one of them is in flight, and all have one key until the server answers. */
export interface Intents {
  /** The call in flight that this one joins. Where there is none it is itself in flight from now on. */
  begin(name: string, call: Mutation): Mutation | undefined
  /** The key of an intent: the call's own, or the one that nobody answered yet, be it from before a reload. */
  keyOf(name: string, own: string | undefined): string
  /** The call is over. */
  end(name: string, call: Mutation, answered: boolean): void
  clear(): void
}

const prefix = 'react-remedy.key '

/** The intents of one client. */
export function createIntents(): Intents {
  const inFlight = new Map<string, Mutation>()
  // What is kept in the tab, and also where a browser keeps nothing.
  const keys = new Map<string, string>()

  return {
    begin(name, call) {
      const first = inFlight.get(name) ?? call
      inFlight.set(name, first)
      return first === call ? undefined : first
    },
    keyOf(name, own) {
      const key = own ?? keys.get(name) ?? keptKey(name) ?? randomKey()
      keys.set(name, key)
      inTab((tab) => tab.setItem(prefix + name, key))
      return key
    },
    end(name, call, answered) {
      if (inFlight.get(name) !== call) return
      inFlight.delete(name)
      if (answered) keys.delete(name)
      if (answered) inTab((tab) => tab.removeItem(prefix + name))
    },
    clear() {
      inFlight.clear()
      keys.clear()
      inTab((tab) => {
        for (const name of Object.keys(tab)) if (name.startsWith(prefix)) tab.removeItem(name)
      })
    },
  }
}

/**
 * Is this the server's answer to an intent? As long as sending the same thing again may still do it, or may already have
 * done it, it is not.
 */
export function isAnswer(problem: Problem): boolean {
  return problem.status !== undefined && ['no', 'never'].includes(permissionOf(problem))
}

// Anything may have written there, and a header takes no line breaks.
function keptKey(name: string): string | undefined {
  const kept = inTab((tab) => tab.getItem(prefix + name)) ?? ''
  return /^[\w-]{16,64}$/.test(kept) ? kept : undefined
}

// A browser that is told to keep nothing throws at the mere mention, a full one when written to. A server's storage, where
// it has one, belongs to all its users.
function inTab<T>(doing: (tab: Storage) => T): T | undefined {
  try {
    return globalThis.window === undefined ? undefined : doing(globalThis.window.sessionStorage)
  } catch {
    return undefined
  }
}

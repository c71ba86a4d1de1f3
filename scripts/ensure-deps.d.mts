import type { SpawnSyncReturns } from 'node:child_process'

export function ensureDeps(folder?: string): void
export function npm(args: string[], cwd?: string, stdio?: 'inherit' | 'pipe' | 'ignore'): SpawnSyncReturns<string>
export function orExit<T>(action: () => T): T

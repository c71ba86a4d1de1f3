import type { Problem } from './problem.ts'

/** Is it one that befalls anybody at times, a bad network or an abort? Nobody has to look into it. */
export function befallsAnybody({ kind }: Problem): boolean {
  return kind === 'network' || kind === 'timeout' || kind === 'aborted'
}

type Unit = 'second' | 'minute' | 'hour' | 'day'

const units: readonly (readonly [Unit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/**
 * Says a number of milliseconds in a language: `45 seconds`, `2 minutes`. In one unit and rounded up, so that nobody is
 * sent back too early.
 */
export function durationIn(language: string, milliseconds: number): string {
  const seconds = Number.isFinite(milliseconds) ? Math.max(0, Math.ceil(milliseconds / 1000)) : 0
  const [unit, size] = units.find(([, least]) => seconds >= least) ?? (['second', 1] as const)
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(seconds / size))
}

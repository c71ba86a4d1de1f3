type Unit = 'second' | 'minute' | 'hour' | 'day'

const units: readonly (readonly [Unit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/**
 * Makes a function that says a number of milliseconds in a language: `45 seconds`, `2 minutes`. In one unit and rounded
 * up, so that nobody is sent back too early.
 */
export function createDuration(language: string): (milliseconds: number) => string {
  const formats = new Map<Unit, Intl.NumberFormat>()
  return (milliseconds) => {
    const seconds = Number.isFinite(milliseconds) ? Math.max(0, Math.ceil(milliseconds / 1000)) : 0
    const [unit, size] = units.find(([, least]) => seconds >= least) ?? (['second', 1] as const)
    const format = formats.get(unit) ?? new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
    formats.set(unit, format)
    return format.format(Math.ceil(seconds / size))
  }
}

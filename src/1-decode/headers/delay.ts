/** The longest wait a timer can hold: one millisecond more and `setTimeout` fires at once. */
export const longestDelay = 2 ** 31 - 1

/** A delay that a timer can take: without the dust of 64.57 · 1000, not negative, and too short to overflow and fire at once. */
export function toDelay(milliseconds: unknown): number | undefined {
  return typeof milliseconds !== 'number' || Number.isNaN(milliseconds)
    ? undefined
    : Math.min(Math.max(0, Math.round(milliseconds * 1000) / 1000), longestDelay)
}

/** A decimal number without sign, exponent or prefix; `NaN` for anything else. */
export function toNumber(text: string | undefined): number {
  return text !== undefined && /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : NaN
}

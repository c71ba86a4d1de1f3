/** A timer set for longer fires at once (HTML, timers: a signed 32-bit number of milliseconds). */
export const longestTimer = 2 ** 31 - 1

/** How often what waits for a deadline looks at the clock: no timer runs while a laptop sleeps. */
export const glance = 20_000

/** How long a rate limit holds when the server gave no time. Held back in silence: no number is shown. */
export const unknownWait = 30_000

/** From the start of one attempt to the headers of its response. */
export const headersTimeout = 30_000

/** From the call to its end, over all attempts. */
export const longestCall = 60_000

/** A body may take at least so long, whatever is left of its call. */
export const shortestBody = 10_000

/** A refresh that takes longer counts as a bad network. */
export const refreshTimeout = 30_000

/** A stream that sends no byte for longer counts as broken. */
export const longestSilence = 30_000

/** Events that a stream keeps to be shown; of more than these the oldest are let go. */
export const mostEvents = 100_000

/** What one tab writes another may read later than it hears of it (`localStorage` in Chromium: up to 15 ms, measured). */
export const settling = 100

/** However many words come from other tabs, the app is asked no sooner again. */
export const verifyGap = 500

/** How long before its end the user of a session is warned; half of its time, where that is shorter. */
export const expiryWarning = 120_000

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'

// RFC 9110, 5.6.7. `UTC` and a day of one digit are not in it, but on the wire.
const forms = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d\d?) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) (?:GMT|UTC)$/,
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) (?:GMT|UTC)$/,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
]

/**
 * The three dates of HTTP, in milliseconds since 1970; `undefined` for everything else. `Date.parse` would take
 * `120` for a date and read the third form in local time.
 */
export function httpDate(text: string, now: number): number | undefined {
  for (const form of forms) {
    const parts = form.exec(text)?.groups
    if (parts !== undefined) return toTime(parts, now)
  }
  return undefined
}

function toTime(
  { day, month = '', year = '', time = '' }: Readonly<Record<string, string>>,
  now: number,
): number | undefined {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  const at = months.indexOf(month)
  if (at < 0 || hour > 23 || minute > 59 || second > 60) return undefined // 60 is a leap second
  const date = new Date(Date.UTC(fullYear(year, now), at / 3, Number(day)))
  return date.getUTCDate() === Number(day) ? date.setUTCHours(hour, minute, second) : undefined
}

/** Two digits mean the year that is at most 50 years ahead. */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const latest = new Date(now).getUTCFullYear() + 50
  return latest - ((latest - Number(digits)) % 100)
}

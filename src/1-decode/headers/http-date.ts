const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const month = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const time = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)'
const zone = '(?:GMT|UTC)'

// RFC 9110, 5.6.7. `UTC` and a day of one digit are not in it, but on the wire.
const forms = [
  `${day}, (?<day>\\d\\d?) ${month} (?<year>\\d{4}) ${time} ${zone}`,
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d\\d)-${month}-(?<year>\\d\\d) ${time} ${zone}`,
  `${day} ${month} (?<day>[ \\d]\\d) ${time} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`))

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

function toTime(parts: Readonly<Record<string, string>>, now: number): number | undefined {
  const [hour, minute, second] = [Number(parts['hour']), Number(parts['minute']), Number(parts['second'])]
  if (hour > 23 || minute > 59 || second > 60) return undefined // 60 is a leap second
  const year = fullYear(parts['year'] ?? '', now)
  const dayOfMonth = Number(parts['day'])
  const date = new Date(Date.UTC(year, months.indexOf(parts['month'] ?? '') / 3, dayOfMonth))
  return date.getUTCDate() === dayOfMonth ? date.setUTCHours(hour, minute, second) : undefined
}

/** Two digits mean the year that is at most 50 years ahead. */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const current = new Date(now).getUTCFullYear()
  const year = current - (current % 100) + Number(digits)
  if (year > current + 50) return year - 100
  return year <= current - 50 ? year + 100 : year
}

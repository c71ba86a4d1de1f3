import { Problem } from '../../src/problem/problem.ts'
import { createReport } from '../../src/problem/report.ts'

/** Bodies that are slow to look through for whoever goes back and forth in them. */
export const shapes: Readonly<Record<string, string>> = {
  'many small members': '{"name":"Ada","token":"abc","list":[1,2,3]},',
  'one word without an end': 'a',
  'names without values': 'token=',
  'schemes without credentials': 'Bearer ',
  'the beginnings of tokens': 'eyJ.eyJ.',
  'addresses in addresses': 'https://a.example/?u=https://b.example/?password=x&',
  'quotes and escapes': '\\"\\\\',
  'numbers like those of cards': '4111 1111 ',
  'letters of an address': 'user@',
}

/** Milliseconds of processor time of one report with 64 KB of such a body, and with 256 KB: the best of many interleaved rounds. */
export function timesOf(shape: string, rounds: number): { readonly quarter: number; readonly whole: number } {
  const bodies = [64, 256].map((kilobytes) =>
    JSON.stringify({ text: shape.repeat(Math.floor((kilobytes * 1024) / shape.length)) }),
  )
  const best = [Infinity, Infinity]
  for (let round = 0; round < rounds; round++)
    for (const [index, body] of bodies.entries()) {
      const problem = new Problem({ kind: 'http', code: 'X', status: 500, evidence: { sent: body, received: body } })
      const begin = process.cpuUsage()
      createReport(problem)
      const { user, system } = process.cpuUsage(begin)
      best[index] = Math.min(best[index] ?? 0, (user + system) / 1000)
    }
  const [quarter = 0, whole = 0] = best
  return { quarter, whole }
}

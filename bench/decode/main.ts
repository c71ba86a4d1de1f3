import { takeProblem } from '../../src/1-decode/read-problem.ts'
import { classify, readProblem } from '../../src/core.ts'
import { divination } from '../../src/contracts/divination/index.ts'

/** How long each way takes for one body, as a ratio to `await response.json()` and `new Error()`. */
export interface Row {
  readonly bytes: number
  /** The plain way against itself: what of the others is noise. */
  readonly noise: number
  /** The plain way with a clone: what the platform asks of whoever leaves the body to others. */
  readonly clone: number
  readonly readProblem: number
  /** What `client.fetch` does, which throws the response away. */
  readonly takeProblem: number
  /** Milliseconds of one `readProblem` and `classify`. */
  readonly each: number
}

type Way = (response: Response) => Promise<unknown>

const plainWay: Way = async (response) => new Error(JSON.stringify(await response.json()).slice(0, 80))
const ways: Readonly<Record<'plain' | 'again' | 'clone' | 'readProblem' | 'takeProblem', Way>> = {
  plain: plainWay,
  again: plainWay,
  clone: (response) => plainWay(response.clone()),
  readProblem: async (response) => classified(await readProblem(response, divination)),
  takeProblem: async (response) => classified(await takeProblem(response, divination)),
}

function classified(problem: Awaited<ReturnType<typeof readProblem>>) {
  return problem && classify(problem, divination)
}

/** Measures bodies of these sizes. The ways take turns, and the best turn of each counts: a busy machine cannot disturb them all. */
export async function measure(sizes: readonly number[], turns = 60): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const size of sizes) {
    const times = await timesOf(bodyOf(size), turns, Math.max(5, Math.round(400_000 / (size + 1000))))
    const plain = times.plain
    rows.push({
      bytes: bodyOf(size).length,
      noise: times.again / plain,
      clone: times.clone / plain,
      readProblem: times.readProblem / plain,
      takeProblem: times.takeProblem / plain,
      each: times.readProblem,
    })
  }
  return rows
}

type Name = keyof typeof ways

async function timesOf(body: string, turns: number, calls: number): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[]
  const all = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let turn = -3; turn < turns; turn++)
    for (const name of names) {
      const time = await timeOf(ways[name], body, calls)
      if (turn >= 0) all[name].push(time)
    }
  return Object.fromEntries(names.map((name) => [name, Math.min(...all[name])])) as Record<Name, number>
}

async function timeOf(way: Way, body: string, calls: number): Promise<number> {
  const init = { status: 422, headers: { 'content-type': 'application/problem+json', 'x-request-id': 'req_1' } }
  const responses = Array.from({ length: calls }, () => new Response(body, init))
  const began = performance.now()
  for (const response of responses) await way(response)
  return (performance.now() - began) / calls
}

// A document of RFC 9457 with as many wrong fields as it takes; beyond what a problem keeps, the rest is one member.
function bodyOf(size: number): string {
  const head = { type: 'about:blank', title: 'Unprocessable', status: 422, code: 'PROFILE_PAYLOAD_INVALID' }
  const errors: object[] = []
  const text = () => JSON.stringify({ ...head, errors })
  while (text().length < Math.min(size, 8000))
    errors.push({ pointer: `#/items/${errors.length}/name`, detail: 'Wrong' })
  const rest = size - text().length - 20
  return rest > 0 ? JSON.stringify({ ...head, errors, trace: 'x'.repeat(rest) }) : text()
}

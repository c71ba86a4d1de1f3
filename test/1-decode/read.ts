import { problemDetails } from '../../src/1-decode/dialects/problem-details.ts'
import { readProblem } from '../../src/1-decode/read-problem.ts'
import type { Contract } from '../../src/problem/contract.ts'
import type { Problem } from '../../src/problem/problem.ts'

export const problemJson = 'application/problem+json'

/** A backend whose identity is the `code` member, with one code that comes with a success. */
export const contract: Contract = {
  name: 'shop',
  dialects: [problemDetails],
  identity: 'code',
  catalogue: { OUT_OF_CREDIT: { status: 403 }, WAITING: { status: 202 }, ODD: { status: [201, 409] } },
}

export interface Answered {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly type?: string
  readonly url?: string
}

/** A response as the network would bring it; `url` cannot be given to the constructor. */
export function answer(
  body: unknown,
  { status = 400, headers = {}, type = problemJson, url }: Answered = {},
): Response {
  const text = typeof body === 'string' || ArrayBuffer.isView(body) || body === null ? body : JSON.stringify(body)
  const response = new Response(text as BodyInit | null, { status, headers: { 'content-type': type, ...headers } })
  return url === undefined ? response : Object.defineProperty(response, 'url', { value: url })
}

/** The problem in an answer that must be one. */
export async function problemIn(body: unknown, options?: Answered, by?: Contract): Promise<Problem> {
  const problem = await readProblem(answer(body, options), by)
  if (problem === null) throw new Error('This answer was taken for a success.')
  return problem
}

/** The problem in an answer of which only the headers matter. */
export function problemWith(headers: Readonly<Record<string, string>>, status = 429): Promise<Problem> {
  return problemIn('', { status, headers })
}

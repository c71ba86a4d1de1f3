import { readProblem } from '../../src/1-decode/read-problem.ts'
import { creatoria } from '../../src/contracts/creatoria/index.ts'
import type { Contract } from '../../src/problem/contract.ts'
import type { Problem } from '../../src/problem/problem.ts'

/** The problem in an answer of Creatoria. */
export async function read(status: number, body: unknown, by: Contract = creatoria, headers = {}): Promise<Problem> {
  const response =
    typeof body === 'string' ? new Response(body, { status, headers }) : Response.json(body, { status, headers })
  const problem = await readProblem(response, by, { method: 'GET', url: '/v1/agents' })
  if (problem === null) throw new Error('This answer was taken for a success.')
  return problem
}

/** A body as Nest has it. */
export const nest = (statusCode: number, message: unknown) => ({ statusCode, message, error: 'Bad Request' })

import { http, HttpResponse, type RequestHandler } from 'msw'
import { problem, type ProblemExtras } from '../examples/server/http.ts'
import { wireFact, type WireCode } from '../examples/server/wire.ts'

// The fields that the demo's profile form has.
const wrongFields = [
  { name: 'displayName', detail: 'ensure this value has at least 2 characters', rule: 'string_too_short' },
  { name: 'birthDate', detail: 'invalid date format', rule: 'date_parsing' },
]

/** Answers every request to `/api/…/<code>` as the demo's server does, byte for byte. */
export function answerWith(code: WireCode): RequestHandler {
  return http.all(`*/api/story/${code}`, () => {
    const extras: ProblemExtras = wireFact(code).fields === undefined ? {} : { fields: wrongFields }
    const { status, headers, body } = problem(code, `/api/story/${code}`, extras)
    return new HttpResponse(String(body), { status, headers: { ...headers, 'x-request-id': 'req_5f2c81' } })
  })
}

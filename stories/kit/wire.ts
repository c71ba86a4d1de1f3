import { http, HttpResponse, type RequestHandler } from 'msw'

// What the server of the scenes answers: bodies as the divination backend sends them, and a gateway without one.
const answers: Readonly<Record<string, () => Response>> = {
  voice: () => coded(502, 'AGENT_ASR_UNAVAILABLE'),
  reading: () => coded(404, 'AGENT_SESSION_NOT_FOUND'),
  cast: () => coded(402, 'POINTS_INSUFFICIENT_BALANCE'),
  code: () => coded(429, 'AUTH_TOO_MANY_REQUESTS', { headers: { 'retry-after': '45' } }),
  tool: () => coded(202, 'TOOL_PENDING_APPROVAL'),
  history: () => new HttpResponse('<h1>503</h1>', { status: 503, headers: { 'content-type': 'text/html' } }),
  page: () => coded(500, 'INTERNAL_ERROR'),
  private: () => coded(401, 'AUTH_UNAUTHORIZED'),
  profile: () =>
    coded(422, 'PROFILE_PAYLOAD_INVALID', {
      members: {
        errors: [
          { loc: ['body', 'displayName'], msg: 'String should have at least 2 characters', type: 'string_too_short' },
          { loc: ['body', 'birthDate'], msg: 'Input should be a valid date', type: 'date_parsing' },
        ],
      },
    }),
}

/** Answers every request of the scenes. */
export function sceneAnswers(): RequestHandler {
  return http.all('*/api/scenes/:name', ({ params }) => answers[String(params['name'])]?.())
}

interface More {
  readonly headers?: Readonly<Record<string, string>>
  readonly members?: object
}

function coded(status: number, code: string, { headers, members }: More = {}): Response {
  const body = { type: `https://api.example.com/problems/${code}`, title: code, status, code, ...members }
  return HttpResponse.json(body, {
    status,
    headers: { 'content-type': 'application/problem+json', 'x-request-id': 'req_5f2c81', ...headers },
  })
}

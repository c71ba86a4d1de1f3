// What the server of the pictures answers: bodies as the divination backend sends them, and a gateway without one.

const problem = { 'content-type': 'application/problem+json' }

/** Path → answer. */
export const answers = {
  '/api/voice': coded(502, 'AGENT_ASR_UNAVAILABLE'),
  '/api/reading': coded(404, 'AGENT_SESSION_NOT_FOUND'),
  '/api/cast': coded(402, 'POINTS_INSUFFICIENT_BALANCE'),
  '/api/code': coded(429, 'AUTH_TOO_MANY_REQUESTS', { headers: { 'retry-after': '45' } }),
  '/api/tool': coded(202, 'TOOL_PENDING_APPROVAL'),
  '/api/history': { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>503</h1>' },
  '/api/page': coded(500, 'INTERNAL_ERROR'),
  '/api/profile': coded(422, 'PROFILE_PAYLOAD_INVALID', {
    members: {
      errors: [
        { loc: ['body', 'displayName'], msg: 'String should have at least 2 characters', type: 'string_too_short' },
        { loc: ['body', 'birthDate'], msg: 'Input should be a valid date', type: 'date_parsing' },
      ],
    },
  }),
}

function coded(status, code, { headers, members } = {}) {
  const body = { type: `https://api.example.com/problems/${code}`, title: code, status, code, ...members }
  return { status, headers: { ...problem, 'x-request-id': 'req_5f2c81', ...headers }, body: JSON.stringify(body) }
}

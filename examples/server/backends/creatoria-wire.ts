import { made, type RateLimitFacts, type WireCase } from './wire-case.ts'

/** What the headers say while there is enough left: every answer of this API carries them. */
const plenty: RateLimitFacts = { limit: 60, remaining: 59, resetIn: 60 }

/** Every failure of the Creatoria Agent API, as its document prints it. */
export const creatoriaWire = {
  HTTP_400: {
    ...nest(400, ['name must be a string', 'model is required'], 'Bad Request'),
    names: ['name', 'model'],
  },
  HTTP_400_grouped: {
    ...made(nest(400, { model: ['model is required'] }, 'Bad Request')),
    names: ['model'],
  },
  HTTP_400_sentence: made(nest(400, 'An agent cannot be its own tool', 'Bad Request')),
  PROJECT_CONTEXT_REQUIRED: {
    ...nest(
      400,
      'Project context is required to create an agent. Ensure your account has a default project.',
      'Bad Request',
    ),
    code: 'PROJECT_CONTEXT_REQUIRED',
  },
  HTTP_401: nest(401, 'Unauthorized'),
  HTTP_403: nest(403, 'Forbidden resource', 'Forbidden'),
  HTTP_404: nest(404, 'Agent agent_xxx not found', 'Not Found'),
  HTTP_409: made(nest(409, 'The agent was changed in the meantime', 'Conflict')),
  // 10,000 is a limit of two plans: nobody knows which, so that only the wait is told.
  HTTP_429: { ...tooMany(), ...usedUp(10_000, 45) },
  HTTP_429_minute: { ...made(tooMany()), ...usedUp(60, 45), variant: 'minute' },
  HTTP_429_hour: { ...made(tooMany()), ...usedUp(50_000, 1500), variant: 'hour' },
  HTTP_429_day: { ...made(tooMany()), ...usedUp(100_000, 36_000), variant: 'day' },
  RATE_LIMIT_EXCEEDED: {
    code: 'RATE_LIMIT_EXCEEDED',
    status: 429,
    body: {
      error: {
        code: 'RATE_LIMIT_EXCEEDED',
        message: 'Rate limit exceeded. Please retry after 45 seconds.',
        retryAfter: 45,
      },
    },
    ...usedUp(60, 45),
    variant: 'minute',
  },
  HTTP_500: made(nest(500, 'Internal server error')),
} as const satisfies Readonly<Record<string, WireCase>>

function tooMany() {
  return nest(429, 'Too many requests', 'Too Many Requests')
}

function nest(statusCode: number, message: unknown, error?: string) {
  return {
    code: `HTTP_${statusCode}`,
    status: statusCode,
    body: { statusCode, message, ...(error === undefined ? {} : { error }) },
    rateLimit: plenty,
  }
}

function usedUp(limit: number, resetIn: number) {
  return { rateLimit: { limit, remaining: 0, resetIn }, retryAfter: resetIn }
}

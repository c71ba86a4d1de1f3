import { made, type WireCase } from './wire-case.ts'

/** What the demo's beta feature is called, and the identifier that exposes it. */
export const memory = { feature: 'agent_memory', available_from: 'agent-memory-2026-01' } as const

/** Every failure of the Qoder Cloud Agents API, as its two pages print it. */
export const qoderWire = {
  invalid_request_error: {
    ...failure(400, 'invalid_request_error', 'Missing required field: name', { param: 'name' }),
    names: ['name'],
  },
  invalid_request_error_no_param: made(
    failure(400, 'invalid_request_error', 'The body is not valid JSON, or above the 32 MB limit.'),
  ),
  authentication_error: failure(401, 'authentication_error', 'Invalid API key or token.'),
  permission_error: failure(403, 'permission_error', 'You do not have permission to access this agent.'),
  not_found_error: failure(404, 'not_found_error', 'Agent not found: agent_nonexistent_123'),
  conflict_error: {
    ...failure(
      409,
      'conflict_error',
      'A request with this idempotency key has already been processed with different parameters.',
    ),
    variant: 'sameKey',
  },
  conflict_error_session: {
    ...made(failure(409, 'conflict_error', 'Session sess_204 has been terminated.')),
    variant: 'ended',
  },
  conflict_error_name: {
    ...made(failure(409, 'conflict_error', 'An agent of this name already exists.', { param: 'name' })),
    variant: 'duplicate',
  },
  conflict_error_other: made(failure(409, 'conflict_error', 'The state of the resource prevents the operation.')),
  api_error: failure(500, 'api_error', 'An internal error occurred. Please try again later.'),
  feature_not_available: made(failure(501, 'feature_not_available', 'The feature is not enabled.', memory)),
  feature_not_available_missing: {
    ...made(failure(501, 'feature_not_available', 'The required Beta header is missing.', memory)),
    variant: 'missing',
  },
  feature_not_available_outdated: {
    ...made(failure(501, 'feature_not_available', 'The Beta identifier that was sent is outdated.', memory)),
    variant: 'outdated',
  },
  feature_not_available_unnamed: {
    ...made(failure(501, 'feature_not_available', 'The feature is not enabled.')),
    variant: 'unnamed',
  },
} as const satisfies Readonly<Record<string, WireCase>>

function failure(status: number, type: string, message: string, more: Readonly<Record<string, string>> = {}) {
  return { code: type, status, body: { type: 'error', error: { type, message, ...more } } }
}

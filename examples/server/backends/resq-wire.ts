import { made, type WireCase } from './wire-case.ts'

/** Every failure of the two ResQ services, as their document prints it. */
export const resqWire = {
  HTTP_400: made(failure(400, 'Malformed request')),
  HTTP_401: failure(401, 'Token expired'),
  HTTP_401_infrastructure: failure(401, 'Invalid credentials'),
  HTTP_403: { ...failure(403, 'Insufficient scope: missions.approve'), variant: 'approval' },
  HTTP_403_other: made(failure(403, 'Insufficient scope: telemetry.write')),
  HTTP_404: made(failure(404, 'Mission not found')),
  HTTP_408: made(failure(408, 'Request timeout')),
  HTTP_409: made(failure(409, 'Mission already approved')),
  HTTP_422: {
    code: 'HTTP_422',
    status: 422,
    body: {
      error: 'validation_failed',
      message: "field 'mission_id' is required",
      details: [{ path: 'mission_id', rule: 'required' }],
    },
    names: ['mission_id'],
  },
  HTTP_429: { ...made(failure(429, 'Rate limit exceeded')), retryAfter: 20 },
  HTTP_500: made(failure(500, 'Unexpected server fault')),
  HTTP_503: made(failure(503, 'Mesh degraded')),
} as const satisfies Readonly<Record<string, WireCase>>

function failure(status: number, error: string) {
  return { code: `HTTP_${status}`, status, body: { error } }
}

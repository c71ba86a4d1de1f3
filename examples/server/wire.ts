/** What the server says over the wire for one code. The client never shows these words; they are for its logs. */
export interface WireFact {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** Seconds of `Retry-After`, where the server sends one by itself. */
  readonly retryAfter?: number
  /** Body shape for wrong fields: RFC 9457 pointers, or the `loc` of the framework underneath. */
  readonly fields?: 'pointer' | 'loc'
}

export type WireCode = keyof typeof wire

/** Every code of the API, by the part of the server that sends it. The only place where the server's wire facts stand. */
export const wire = {
  AUTH_SERVICE_UNAVAILABLE: fact(503, 'Service unavailable', 'The identity provider did not answer.'),
  AUTH_TOO_MANY_REQUESTS: { ...fact(429, 'Too many requests', 'A code was sent moments ago.'), retryAfter: 30 },
  AUTH_VERIFICATION_CODE_INVALID: fact(401, 'Unauthorized', 'The one-time code does not match.'),
  AUTH_REFRESH_TOKEN_INVALID: fact(401, 'Unauthorized', 'The refresh token is unknown, used or expired.'),
  AUTH_REFRESH_TOKEN_MISSING: fact(401, 'Unauthorized', 'Logout was called without a refresh token.'),
  AUTH_USER_NOT_FOUND: fact(404, 'Not found', 'No user row for this identity.'),
  AUTH_UNAUTHORIZED: fact(401, 'Unauthorized', 'The access token is missing, malformed or expired.'),

  POINTS_INSUFFICIENT_BALANCE: fact(402, 'Payment required', 'The balance does not cover this run.'),

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: fact(409, 'Conflict', 'The session holds its two user messages already.'),
  AGENT_RUNTIME_MODE_INVALID: fact(422, 'Unprocessable content', 'forwardedProps.runtime_mode is not a known mode.'),
  AGENT_DIVINATION_PAYLOAD_REQUIRED: fact(422, 'Unprocessable content', 'forwardedProps.divinationPayload is absent.'),
  AGENT_SESSION_ID_INVALID: fact(422, 'Unprocessable content', 'The session id is not a UUID.'),
  AGENT_SESSION_NOT_FOUND: fact(404, 'Not found', 'No session has this id.'),
  AGENT_USER_ID_INVALID: fact(422, 'Unprocessable content', 'The user id in the request context is malformed.'),
  AGENT_AUDIO_UNSUPPORTED_FORMAT: fact(400, 'Bad request', 'The upload is not RIFF/WAVE audio.'),
  AGENT_AUDIO_TOO_LARGE: fact(400, 'Bad request', 'The recording is above the transcription limit.'),
  AGENT_AUDIO_EMPTY: fact(400, 'Bad request', 'The recording holds no bytes.'),
  AGENT_ASR_UNAVAILABLE: fact(502, 'Bad gateway', 'The speech recognizer refused the connection.'),
  AGENT_PAYLOAD_INVALID: fact(422, 'Unprocessable content', 'The run input was parsed and is inconsistent.'),
  AGENT_RUN_INPUT_INVALID: fact(422, 'Unprocessable content', 'The body of the run request has the wrong shape.'),
  AGENT_RUN_MESSAGES_INVALID: fact(422, 'Unprocessable content', 'messages must end with one message of the user.'),
  AGENT_INVALID_RUN_ID: fact(422, 'Unprocessable content', 'The runId parameter is absent or malformed.'),
  AGENT_INVALID_LAST_EVENT_ID: fact(422, 'Unprocessable content', 'Last-Event-ID is not an event number.'),
  AGENT_SSE_CONNECTION_LIMIT: { ...fact(429, 'Too many requests', 'Too many open event streams.'), retryAfter: 1 },
  AGENT_FORBIDDEN: fact(403, 'Forbidden', 'The session belongs to another user.'),
  AGENT_ATTACHMENT_EMPTY: fact(422, 'Unprocessable content', 'The attachment holds no bytes.'),
  AGENT_ATTACHMENT_TOO_LARGE: fact(413, 'Content too large', 'The attachment is above the size limit.'),
  AGENT_ATTACHMENTS_TOO_MANY: fact(422, 'Unprocessable content', 'The message names more attachments than allowed.'),
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: fact(422, 'Unprocessable content', 'The media type is not accepted.'),
  AGENT_ATTACHMENT_UPLOAD_FAILED: fact(502, 'Bad gateway', 'The object store rejected the write.'),
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: fact(503, 'Service unavailable', 'The object store is in maintenance.'),
  AGENT_ATTACHMENT_BUCKET_INVALID: fact(422, 'Unprocessable content', 'The bucket is not one of ours.'),
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: fact(422, 'Unprocessable content', 'The path leaves the folder of the user.'),
  AGENT_SIGNED_URL_GENERATION_FAILED: fact(502, 'Bad gateway', 'The object store did not sign the URL.'),
  AGENT_SIGNED_IMAGE_URL_INVALID: fact(422, 'Unprocessable content', 'The signature does not fit or is too old.'),

  INVALID_BINARY_URL_HOST: fact(422, 'Unprocessable content', 'The binary part points at a foreign host.'),
  INVALID_BINARY_URL_BUCKET: fact(422, 'Unprocessable content', 'The binary part points at an unknown bucket.'),
  INVALID_BINARY_URL_PATH_SCOPE: fact(422, 'Unprocessable content', 'The binary part points outside its scope.'),

  PROFILE_PAYLOAD_INVALID: {
    ...fact(422, 'Unprocessable content', 'Some members are out of bounds.'),
    fields: 'pointer',
  },
  PROFILE_NOT_FOUND: fact(404, 'Not found', 'The user has no profile row.'),
  PROFILE_DELETE_FAILED: fact(502, 'Bad gateway', 'The identity provider kept the account.'),

  AVATAR_FILE_INVALID: fact(422, 'Unprocessable content', 'The picture has the wrong type or size.'),
  AVATAR_PATH_SCOPE_INVALID: fact(422, 'Unprocessable content', 'The path leaves the folder of the user.'),
  AVATAR_SIGNED_URL_FAILED: fact(502, 'Bad gateway', 'The object store did not sign the upload.'),
  AVATAR_UPLOAD_FAILED: fact(502, 'Bad gateway', 'The object store rejected the picture.'),

  NOTIFICATION_NOT_FOUND: fact(404, 'Not found', 'No notification of this user has this id.'),

  INVITE_CODE_NOT_FOUND: fact(404, 'Not found', 'The user has no invite code yet.'),

  REQUEST_VALIDATION_ERROR: { ...fact(422, 'Unprocessable content', 'The request did not validate.'), fields: 'loc' },
  INTERNAL_ERROR: fact(500, 'Internal server error', 'Something unexpected happened.'),

  MISSING_RUNTIME_ARGS: fact(500, 'Internal server error', 'The tool was called without its arguments.'),
  TOOL_REJECTED: fact(403, 'Forbidden', 'The reviewer declined the tool call.'),
  TOOL_PENDING_APPROVAL: { ...fact(202, 'Accepted', 'The tool call waits for a reviewer.'), retryAfter: 2 },
} as const satisfies Record<string, WireFact>

/** Is this one of the codes the server knows? */
export function isWireCode(value: unknown): value is WireCode {
  return typeof value === 'string' && Object.hasOwn(wire, value)
}

/** The facts of a code, with the members that few codes have. */
export function wireFact(code: WireCode): WireFact {
  return wire[code]
}

function fact(status: number, title: string, detail: string): WireFact {
  return { status, title, detail }
}

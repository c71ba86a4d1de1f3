import type { Catalogue, CatalogueEntry } from '../../problem/remedy.ts'
import type { DivinationAction, DivinationCode } from './codes.ts'

type Entry = CatalogueEntry<DivinationAction>

// Trouble on the server's side: nobody here did anything wrong, and sending it again may simply work.
const again = { severity: 'error', show: 'toast', offer: ['retry'] } as const satisfies Entry

// This front end and the server disagree about a request: the user may try again, and the developers want to know.
const mismatch = { ...again, report: 'unexpected' } as const satisfies Entry

// What is on screen is not what the server has: say so, and fetch it again.
const stale = { severity: 'warning', show: 'toast', run: ['refetch'] } as const satisfies Entry

// Something is wrong with what the user gave: said at the control, and what was given stays there.
const atAudio = { severity: 'warning', show: 'fields', field: 'audio' } as const satisfies Entry
const atAttachments = { severity: 'warning', show: 'fields', field: 'attachments' } as const satisfies Entry

// The session stage puts this notice where the user is then: at the login. `info`, because signing in is all it takes.
const signInAgain = { severity: 'info', show: 'toast', offer: ['login'] } as const satisfies Entry

/** What to do about each of the 52 codes. */
export const catalogue: Catalogue<DivinationCode, DivinationAction> = {
  // Auth
  AUTH_SERVICE_UNAVAILABLE: { status: 503, ...again },
  // Beside the send button, which waits. Never sent again by itself: that would be another text message to a phone.
  AUTH_TOO_MANY_REQUESTS: { status: 429, severity: 'warning', show: 'inline', retry: false },
  AUTH_VERIFICATION_CODE_INVALID: { status: 401, severity: 'warning', show: 'fields', field: 'otp' },
  AUTH_REFRESH_TOKEN_INVALID: { status: 401, session: 'end', ...signInAgain },
  // Comes from the logout call: the user is leaving already, so there is nothing to say.
  AUTH_REFRESH_TOKEN_MISSING: { status: 401, session: 'end', severity: 'info', show: 'none', report: 'expected' },
  AUTH_USER_NOT_FOUND: { status: 404, severity: 'warning', show: 'inline' },
  AUTH_UNAUTHORIZED: { status: 401, session: 'refresh', ...signInAgain },

  // Points
  POINTS_INSUFFICIENT_BALANCE: { status: 402, severity: 'warning', show: 'dialog', offer: ['recharge', 'dismiss'] },

  // Readings
  // Not a conflict that passes: this session has had its reading and its follow-up.
  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    status: 409,
    severity: 'info',
    show: 'inline',
    offer: ['startNewSession'],
    retry: false,
  },
  AGENT_RUNTIME_MODE_INVALID: { status: 422, ...mismatch },
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    status: 422,
    severity: 'warning',
    show: 'dialog',
    offer: ['restartCasting', 'dismiss'],
  },
  AGENT_SESSION_ID_INVALID: { status: 422, severity: 'warning', show: 'toast', run: ['refreshHistory'] },
  AGENT_SESSION_NOT_FOUND: { status: 404, severity: 'warning', show: 'toast', run: ['refreshHistory'] },
  AGENT_USER_ID_INVALID: { status: 422, severity: 'error', show: 'toast', report: 'unexpected' },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: { status: 400, ...atAudio },
  AGENT_AUDIO_TOO_LARGE: { status: 400, ...atAudio },
  AGENT_AUDIO_EMPTY: { status: 400, ...atAudio, offer: ['retry'] },
  AGENT_ASR_UNAVAILABLE: { status: 502, severity: 'error', show: 'toast', offer: ['retry', 'switchToTextInput'] },
  AGENT_PAYLOAD_INVALID: { status: 422, ...mismatch },
  AGENT_RUN_INPUT_INVALID: { status: 422, ...mismatch },
  AGENT_RUN_MESSAGES_INVALID: { status: 422, ...mismatch },
  AGENT_INVALID_RUN_ID: { status: 422, ...mismatch },
  // The stream starts over without the header, once; said only when that was refused too.
  AGENT_INVALID_LAST_EVENT_ID: {
    status: 422,
    severity: 'warning',
    show: 'toast',
    stream: 'from-start',
    retry: { retries: 1, first: 0 },
  },
  AGENT_SSE_CONNECTION_LIMIT: {
    status: 429,
    severity: 'warning',
    show: 'toast',
    stream: 'make-room',
    retry: { retries: 1, first: 500 },
  },
  AGENT_FORBIDDEN: { status: 403, ...stale },
  AGENT_ATTACHMENT_EMPTY: { status: 422, ...atAttachments, offer: ['retry'] },
  AGENT_ATTACHMENT_TOO_LARGE: { status: 413, ...atAttachments },
  AGENT_ATTACHMENTS_TOO_MANY: { status: 422, ...atAttachments },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: { status: 422, ...atAttachments },
  AGENT_ATTACHMENT_UPLOAD_FAILED: { status: 502, ...again },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: { status: 503, ...again },
  AGENT_ATTACHMENT_BUCKET_INVALID: { status: 422, ...stale, report: 'unexpected' },
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: { status: 422, ...stale, report: 'unexpected' },
  AGENT_SIGNED_URL_GENERATION_FAILED: { status: 502, ...again },
  // Signed URLs run out: the retry fetches the query that signed it, and a new one comes with it.
  AGENT_SIGNED_IMAGE_URL_INVALID: { status: 422, severity: 'warning', show: 'toast', offer: ['retry'] },

  // Files that a reading refers to
  INVALID_BINARY_URL_HOST: { status: 422, ...mismatch },
  INVALID_BINARY_URL_BUCKET: { status: 422, ...mismatch },
  INVALID_BINARY_URL_PATH_SCOPE: { status: 422, ...mismatch },

  // Profile and avatar
  PROFILE_PAYLOAD_INVALID: { status: 422, severity: 'warning', show: 'fields' },
  PROFILE_NOT_FOUND: { status: 404, severity: 'warning', show: 'toast', offer: ['retry', 'bootstrapProfile'] },
  PROFILE_DELETE_FAILED: { status: 502, ...again },
  AVATAR_FILE_INVALID: { status: 422, severity: 'warning', show: 'fields', field: 'avatar' },
  AVATAR_PATH_SCOPE_INVALID: { status: 422, ...stale, report: 'unexpected' },
  AVATAR_SIGNED_URL_FAILED: { status: 502, ...again },
  AVATAR_UPLOAD_FAILED: { status: 502, ...again },

  // Notifications and invites
  NOTIFICATION_NOT_FOUND: { status: 404, severity: 'warning', show: 'toast', run: ['refreshNotifications'] },
  INVITE_CODE_NOT_FOUND: { status: 404, severity: 'warning', show: 'toast', run: ['bootstrapInviteCode'] },

  // Everything else
  REQUEST_VALIDATION_ERROR: { status: 422, severity: 'warning', show: 'fields' },
  INTERNAL_ERROR: { status: 500, ...again, report: 'unexpected' },
  MISSING_RUNTIME_ARGS: { status: 500, ...again, report: 'unexpected' },
  TOOL_REJECTED: { status: 403, severity: 'warning', show: 'toast' },
  // Not a failure: somebody is asked, and the answer comes later.
  TOOL_PENDING_APPROVAL: { status: 202, severity: 'info', show: 'pending', report: 'never' },
}

/**
 * Which control of the application sends which request, and which code naturally comes back from it. The bench reads it
 * to say where to click; the end-to-end test reads it and clicks.
 */

/** One thing a user does. Selectors hold in every language. */
export type Step =
  | { readonly do: 'fill'; readonly on: string; readonly with: string }
  | { readonly do: 'click'; readonly on: string }
  | { readonly do: 'choose'; readonly on: string; readonly file: 'png' | 'wav' }
  /** Asks the developer's side of the server, as the bench does. */
  | { readonly do: 'call'; readonly path: string; readonly body: Readonly<Record<string, string>> }

/** How one route is reached from the screen. */
export interface Trigger {
  readonly route: string
  /** Must somebody be signed in? */
  readonly as: 'guest' | 'member'
  /** `{session}` stands for the id of a reading of the user that has a follow-up left. */
  readonly page: string
  /** After the page has been opened. None: opening it is enough. */
  readonly steps: readonly Step[]
  /** The same for a person. */
  readonly hint: string
}

const email: Step = { do: 'fill', on: '[name=email]', with: 'ada@example.com' }
const sendCode: Step = { do: 'click', on: '#send-code' }
const cast: readonly Step[] = [
  { do: 'fill', on: '[name=question]', with: 'Stay or go?' },
  { do: 'click', on: '#throw' },
  { do: 'click', on: '#read' },
]
const picture: Step = { do: 'choose', on: '[name=attachments]', file: 'png' }
const portrait: Step = { do: 'choose', on: '[name=avatar]', file: 'png' }

/** Every way to send a request, by name. */
export const triggers = {
  sendCode: guest('POST /api/auth/code', [email, sendCode], 'Sign-in: “Send code”'),
  verify: guest('POST /api/auth/verify', verify('ada'), 'Sign-in: send a code, type any six digits, “Sign in”'),
  verifyNobody: guest('POST /api/auth/verify', verify('nobody'), 'Sign-in: as nobody@…, with any six digits'),
  refresh: member(
    'POST /api/auth/refresh',
    '/notes',
    [
      { do: 'call', path: '/__tokens', body: { which: 'access' } },
      { do: 'click', on: '.mark-read >> nth=0' },
    ],
    'Bench: “Expire access”, then anything that asks the server',
  ),
  logout: member('POST /api/auth/logout', '/', [{ do: 'click', on: '#sign-out' }], 'Any page: “Sign out”'),
  notes: member('GET /api/notifications', '/notes', [], 'Open “Notes”'),
  markRead: member(
    'POST /api/notifications/{id}/read',
    '/notes',
    [{ do: 'click', on: '.mark-read >> nth=0' }],
    'Notes: “Mark as read”',
  ),
  invite: member('GET /api/invite', '/invite', [], 'Open “Invite”'),
  points: member('GET /api/points', '/', [], 'Open any page'),
  recharge: member(
    'POST /api/points/recharge',
    '/',
    [
      { do: 'click', on: '#points' },
      { do: 'click', on: '#pack-small' },
    ],
    'Any page: the points at the top, then a pack',
  ),
  profile: member('GET /api/profile', '/profile', [], 'Open “Profile”'),
  saveProfile: member(
    'PATCH /api/profile',
    '/profile',
    [
      { do: 'fill', on: '[name=displayName]', with: 'Ada' },
      { do: 'click', on: '#save-profile' },
    ],
    'Profile: “Save”',
  ),
  avatarUrl: member('POST /api/profile/avatar/upload-url', '/profile', [portrait], 'Profile: choose a picture'),
  avatarBytes: member('PUT /api/storage/avatar', '/profile', [portrait], 'Profile: choose a picture'),
  avatarCommit: member('PUT /api/profile/avatar', '/profile', [portrait], 'Profile: choose a picture'),
  deleteAccount: member(
    'DELETE /api/profile',
    '/profile',
    [
      { do: 'click', on: '#delete-account' },
      { do: 'click', on: '#confirm-delete' },
    ],
    'Profile: “Delete account”, and yes',
  ),
  history: member('GET /api/sessions', '/readings', [], 'Open “Readings”'),
  reading: member('GET /api/sessions/{id}', '/readings/{session}', [], 'Open a reading'),
  cast: member('POST /api/agent/runs', '/', cast, 'Cast: ask, throw the lines, read them'),
  followUp: member(
    'POST /api/agent/runs',
    '/readings/{session}',
    [
      { do: 'fill', on: '[name=follow-up]', with: 'And if I wait?' },
      { do: 'click', on: '#ask' },
    ],
    'A reading with a follow-up left: ask it',
  ),
  stream: member('GET /api/agent/events', '/', cast, 'Cast: the reading arrives as a stream'),
  transcribe: member(
    'POST /api/agent/transcribe',
    '/',
    [
      { do: 'click', on: '#voice' },
      { do: 'click', on: '#sample-audio' },
    ],
    'Cast: “Speak instead”, then the sample recording',
  ),
  attach: member('POST /api/agent/attachments', '/', [picture], 'Cast: add a picture'),
  sign: member('POST /api/agent/attachments/sign', '/', [picture], 'Cast: add a picture; its preview is signed'),
  image: member('GET /api/storage/object', '/', [picture], 'Cast: add a picture; its preview is loaded'),
  tool: member(
    'POST /api/agent/tools',
    '/readings/{session}',
    [{ do: 'click', on: '#ask-opinion' }],
    'A reading: “Ask a human reader”',
  ),
} as const satisfies Readonly<Record<string, Trigger>>

export type TriggerName = keyof typeof triggers

/** The trigger from which each code naturally comes. */
export const naturalTriggers = {
  AUTH_SERVICE_UNAVAILABLE: 'sendCode',
  AUTH_TOO_MANY_REQUESTS: 'sendCode',
  AUTH_VERIFICATION_CODE_INVALID: 'verify',
  AUTH_REFRESH_TOKEN_INVALID: 'refresh',
  AUTH_REFRESH_TOKEN_MISSING: 'logout',
  AUTH_USER_NOT_FOUND: 'verifyNobody',
  AUTH_UNAUTHORIZED: 'notes',
  POINTS_INSUFFICIENT_BALANCE: 'cast',
  AGENT_SESSION_RUN_LIMIT_EXCEEDED: 'followUp',
  AGENT_RUNTIME_MODE_INVALID: 'cast',
  AGENT_DIVINATION_PAYLOAD_REQUIRED: 'cast',
  AGENT_SESSION_ID_INVALID: 'followUp',
  AGENT_SESSION_NOT_FOUND: 'followUp',
  AGENT_USER_ID_INVALID: 'cast',
  AGENT_AUDIO_UNSUPPORTED_FORMAT: 'transcribe',
  AGENT_AUDIO_TOO_LARGE: 'transcribe',
  AGENT_AUDIO_EMPTY: 'transcribe',
  AGENT_ASR_UNAVAILABLE: 'transcribe',
  AGENT_PAYLOAD_INVALID: 'cast',
  AGENT_RUN_INPUT_INVALID: 'cast',
  AGENT_RUN_MESSAGES_INVALID: 'followUp',
  AGENT_INVALID_RUN_ID: 'stream',
  AGENT_INVALID_LAST_EVENT_ID: 'stream',
  AGENT_SSE_CONNECTION_LIMIT: 'stream',
  AGENT_FORBIDDEN: 'followUp',
  AGENT_ATTACHMENT_EMPTY: 'attach',
  AGENT_ATTACHMENT_TOO_LARGE: 'attach',
  AGENT_ATTACHMENTS_TOO_MANY: 'cast',
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: 'attach',
  AGENT_ATTACHMENT_UPLOAD_FAILED: 'attach',
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: 'attach',
  AGENT_ATTACHMENT_BUCKET_INVALID: 'sign',
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: 'sign',
  AGENT_SIGNED_URL_GENERATION_FAILED: 'sign',
  AGENT_SIGNED_IMAGE_URL_INVALID: 'image',
  INVALID_BINARY_URL_HOST: 'cast',
  INVALID_BINARY_URL_BUCKET: 'cast',
  INVALID_BINARY_URL_PATH_SCOPE: 'cast',
  PROFILE_PAYLOAD_INVALID: 'saveProfile',
  PROFILE_NOT_FOUND: 'profile',
  PROFILE_DELETE_FAILED: 'deleteAccount',
  AVATAR_FILE_INVALID: 'avatarUrl',
  AVATAR_PATH_SCOPE_INVALID: 'avatarCommit',
  AVATAR_SIGNED_URL_FAILED: 'avatarUrl',
  AVATAR_UPLOAD_FAILED: 'avatarBytes',
  NOTIFICATION_NOT_FOUND: 'markRead',
  INVITE_CODE_NOT_FOUND: 'invite',
  REQUEST_VALIDATION_ERROR: 'sendCode',
  INTERNAL_ERROR: 'recharge',
  MISSING_RUNTIME_ARGS: 'tool',
  TOOL_REJECTED: 'tool',
  TOOL_PENDING_APPROVAL: 'tool',
} as const satisfies Readonly<Record<string, TriggerName>>

/** Where a code can be seen by hand; `undefined` for one that is not of this backend. */
export function triggerFor(code: string): Trigger | undefined {
  if (!Object.hasOwn(naturalTriggers, code)) return undefined
  return triggers[naturalTriggers[code as keyof typeof naturalTriggers]]
}

// An address each, because a second code for the same one has to wait.
function verify(name: string): readonly Step[] {
  return [
    { do: 'fill', on: '[name=email]', with: `${name}@example.com` },
    sendCode,
    { do: 'fill', on: '[name=otp]', with: '000000' },
    { do: 'click', on: '#verify' },
  ]
}

function guest(route: string, steps: readonly Step[], hint: string): Trigger {
  return { route, as: 'guest', page: '/sign-in', steps, hint }
}

function member(route: string, page: string, steps: readonly Step[], hint: string): Trigger {
  return { route, as: 'member', page, steps, hint }
}

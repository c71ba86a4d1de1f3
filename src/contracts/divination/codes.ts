/**
 * The 52 codes that the divination backend publishes. Written out by hand, so that hovers name it and a misspelling
 * shows; a test compares it with the catalogue, the messages and the facts of the document.
 */
export type DivinationCode =
  // Auth
  | 'AUTH_SERVICE_UNAVAILABLE'
  | 'AUTH_TOO_MANY_REQUESTS'
  | 'AUTH_VERIFICATION_CODE_INVALID'
  | 'AUTH_REFRESH_TOKEN_INVALID'
  | 'AUTH_REFRESH_TOKEN_MISSING'
  | 'AUTH_USER_NOT_FOUND'
  | 'AUTH_UNAUTHORIZED'
  // Points
  | 'POINTS_INSUFFICIENT_BALANCE'
  // Readings
  | 'AGENT_SESSION_RUN_LIMIT_EXCEEDED'
  | 'AGENT_RUNTIME_MODE_INVALID'
  | 'AGENT_DIVINATION_PAYLOAD_REQUIRED'
  | 'AGENT_SESSION_ID_INVALID'
  | 'AGENT_SESSION_NOT_FOUND'
  | 'AGENT_USER_ID_INVALID'
  | 'AGENT_AUDIO_UNSUPPORTED_FORMAT'
  | 'AGENT_AUDIO_TOO_LARGE'
  | 'AGENT_AUDIO_EMPTY'
  | 'AGENT_ASR_UNAVAILABLE'
  | 'AGENT_PAYLOAD_INVALID'
  | 'AGENT_RUN_INPUT_INVALID'
  | 'AGENT_RUN_MESSAGES_INVALID'
  | 'AGENT_INVALID_RUN_ID'
  | 'AGENT_INVALID_LAST_EVENT_ID'
  | 'AGENT_SSE_CONNECTION_LIMIT'
  | 'AGENT_FORBIDDEN'
  | 'AGENT_ATTACHMENT_EMPTY'
  | 'AGENT_ATTACHMENT_TOO_LARGE'
  | 'AGENT_ATTACHMENTS_TOO_MANY'
  | 'AGENT_ATTACHMENT_UNSUPPORTED_TYPE'
  | 'AGENT_ATTACHMENT_UPLOAD_FAILED'
  | 'AGENT_ATTACHMENT_STORAGE_UNAVAILABLE'
  | 'AGENT_ATTACHMENT_BUCKET_INVALID'
  | 'AGENT_ATTACHMENT_PATH_SCOPE_INVALID'
  | 'AGENT_SIGNED_URL_GENERATION_FAILED'
  | 'AGENT_SIGNED_IMAGE_URL_INVALID'
  // Files that a reading refers to
  | 'INVALID_BINARY_URL_HOST'
  | 'INVALID_BINARY_URL_BUCKET'
  | 'INVALID_BINARY_URL_PATH_SCOPE'
  // Profile and avatar
  | 'PROFILE_PAYLOAD_INVALID'
  | 'PROFILE_NOT_FOUND'
  | 'PROFILE_DELETE_FAILED'
  | 'AVATAR_FILE_INVALID'
  | 'AVATAR_PATH_SCOPE_INVALID'
  | 'AVATAR_SIGNED_URL_FAILED'
  | 'AVATAR_UPLOAD_FAILED'
  // Notifications and invites
  | 'NOTIFICATION_NOT_FOUND'
  | 'INVITE_CODE_NOT_FOUND'
  // Everything else
  | 'REQUEST_VALIDATION_ERROR'
  | 'INTERNAL_ERROR'
  | 'MISSING_RUNTIME_ARGS'
  | 'TOOL_REJECTED'
  | 'TOOL_PENDING_APPROVAL'

/** What an application of the divination backend can do about its problems, besides the built-in actions. */
export type DivinationAction =
  | 'recharge'
  | 'refreshHistory'
  | 'refreshNotifications'
  | 'startNewSession'
  | 'restartCasting'
  | 'switchToTextInput'
  | 'bootstrapProfile'
  | 'bootstrapInviteCode'

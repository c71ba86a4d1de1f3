import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: 'There’s a problem on our side',
  message: 'It’s nothing you did. Try again in a moment; if it happens again, contact support.',
}

const notSent: Message = {
  title: 'Your question didn’t get through',
  message: 'It’s nothing you wrote. Try again from here; if it happens again, contact support.',
}

const interrupted: Message = {
  title: 'The reading was interrupted',
  message: 'We couldn’t carry on where it stopped. Try again to see all of it.',
}

const fileNotUsable: Message = {
  title: 'We couldn’t use that file',
  message: 'It’s nothing you did. Try again; if it happens again, attach the file once more.',
}

const secured: Message = {
  title: 'We stopped this to be on the safe side',
  message: 'What you see is being refreshed. Have a look at it, then start again.',
}

const signedOut: Message = {
  title: 'You’ve been signed out',
  message: 'Sign in again to continue.',
}

const pictureNotSaved: Message = {
  title: 'Your new picture wasn’t saved',
  message: 'Your previous picture stays for now. Try again in a moment.',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: 'Signing in isn’t possible right now',
    message: 'It should work again soon. Wait a moment, then try again.',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: 'Wait before asking for another code',
    message: 'Several codes were sent in a short time. You can ask for a new one after a short wait.',
    hint: 'The last code may still be on its way to you.',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: 'That code doesn’t match',
    message: 'Check the latest code we sent you, then enter it again.',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: 'We couldn’t find that account',
    message: 'Check the spelling, or use another account.',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: 'You need more points for this reading',
    message: 'Recharge your points, then start the reading again.',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: 'This reading is complete',
    message: 'It holds the first reading and one follow-up question. Start a new reading to ask more.',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: 'The casting is missing',
    message: 'A reading needs a casting first. Cast again, and your question is sent along with it.',
  },
  AGENT_SESSION_ID_INVALID: {
    title: 'This reading can’t be opened',
    message: 'The link to it isn’t right. Your history is being refreshed; choose the reading there.',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: 'We couldn’t find this reading',
    message: 'It may have been deleted. Your history is being refreshed; choose another one there.',
  },
  AGENT_USER_ID_INVALID: {
    title: 'We couldn’t match this to your account',
    message: 'It’s nothing you did. Sign out and in again; if that doesn’t help, contact support.',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: 'That kind of recording doesn’t work here',
    message: 'Voice input takes WAV audio. Record again, or choose a WAV file.',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: 'That recording is too long',
    message: 'Shorten it, or say the same in fewer words, then send it again.',
  },
  AGENT_AUDIO_EMPTY: {
    title: 'We couldn’t hear anything',
    message: 'The recording has no sound. Check your microphone and try again.',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: 'Voice input isn’t available right now',
    message: 'Try again in a moment, or type your question instead.',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: 'Many readings are open at once',
    message: 'We’re closing the one that has been quiet the longest, so that this one can go on.',
    hint: 'If it doesn’t start, close a reading in another tab or on another device.',
  },
  AGENT_FORBIDDEN: {
    title: 'You don’t have access to this reading',
    message: 'It belongs to another account. What you see is being refreshed to show your own readings.',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: 'That file is empty',
    message: 'There is nothing in it that we could read. Try again, or attach another file.',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: 'That file is too large',
    message: 'Attach a smaller file.',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: 'Too many files for one message',
    message: 'Remove some of them, then send your message again.',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: 'That type of file can’t be attached',
    message: 'Attach a file of another type.',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: 'Your file wasn’t uploaded',
    message: 'Try again in a moment. There is no need to choose the file again.',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: 'Files can’t be attached right now',
    message: 'Try again in a moment, or send your question without the file.',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: 'The attachment isn’t ready yet',
    message: 'We couldn’t open it just now. Try again in a moment.',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: 'The image can’t be shown any more',
    message: 'Its link has expired. Try again to get a new one.',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: 'Your profile wasn’t saved yet',
    message: 'Change the marked fields, then save again.',
  },
  PROFILE_NOT_FOUND: {
    title: 'We couldn’t find your profile',
    message: 'Try again. If it isn’t there yet, you can set it up now.',
  },
  PROFILE_DELETE_FAILED: {
    title: 'Your account wasn’t deleted',
    message: 'We couldn’t finish deleting it. Try again in a moment; if it happens again, contact support.',
  },
  AVATAR_FILE_INVALID: {
    title: 'That picture can’t be used',
    message: 'It is too large, or of a type we can’t show. Choose another image.',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: 'This notification is gone',
    message: 'It may have been deleted. Your notifications are being refreshed.',
  },
  INVITE_CODE_NOT_FOUND: {
    title: 'You don’t have an invite code yet',
    message: 'We’re making one for you. It will be here in a moment.',
  },

  REQUEST_VALIDATION_ERROR: {
    title: 'Some details need a change',
    message: 'Check what you entered and correct what doesn’t fit, then send it again.',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: 'This step wasn’t approved',
    message: 'It was not carried out. You can go on without it, or ask in another way.',
  },
  TOOL_PENDING_APPROVAL: {
    title: 'This step is waiting for approval',
    message: 'It goes on by itself once it has been approved. There is nothing else for you to do.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: 'Recharge points',
  refreshHistory: 'Refresh history',
  refreshNotifications: 'Refresh notifications',
  startNewSession: 'Start a new reading',
  restartCasting: 'Cast again',
  switchToTextInput: 'Type instead',
  bootstrapProfile: 'Set up profile',
  bootstrapInviteCode: 'Get an invite code',
}

export default messages

import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: 'Some details need a change',
    message: 'Check what you entered and correct what doesn’t fit, then send it again.',
    hint: 'You can send up to 32 MB at once.',
  },
  authentication_error: {
    title: 'Your access token wasn’t accepted',
    message: 'It may be missing, incomplete, expired or revoked. Enter a current one to continue.',
    hint: 'It has to be sent as a Bearer token, not as x-api-key.',
  },
  permission_error: {
    title: 'You don’t have access to this',
    message: 'It may belong to someone else, be archived and locked, or lie outside what your access token covers.',
    hint: 'Ask its owner for access, or use another access token.',
  },
  not_found_error: {
    title: 'We couldn’t find that',
    message: 'It may have been deleted, or its address may be a little different. Refresh to see what is there now.',
  },
  conflict_error: {
    title: 'This clashes with what’s already there',
    message: 'It may have been sent before with other content, its session may have ended, or its name may be taken.',
    hint: 'Refresh first. Then send it again, start a new session, or change the name.',
    when: {
      sameKey: {
        title: 'This was sent before, but differently',
        message: 'What was sent first counts. Refresh to see it, then send your changes as something new.',
      },
      ended: {
        title: 'This session has ended',
        message: 'Nothing can be added to it any more. Start a new session to continue.',
      },
      duplicate: {
        title: 'That name is already taken',
        message: 'A name can be used once. Choose another one, then save again.',
      },
    },
  },
  api_error: {
    title: 'Qoder has a problem on its side',
    message: 'It’s nothing you did. Try again in a moment.',
  },
  feature_not_available: {
    title: 'This feature isn’t switched on yet',
    message: '“{{feature}}” comes with the beta identifier {{available_from}}.',
    when: {
      missing: {
        title: 'This feature isn’t switched on yet',
        message: '“{{feature}}” needs the beta identifier {{available_from}}, which wasn’t sent along.',
      },
      outdated: {
        title: 'This feature has a newer version',
        message: '“{{feature}}” now needs the beta identifier {{available_from}}. An older one was sent along.',
      },
      unnamed: {
        title: 'This feature isn’t switched on yet',
        message: 'It’s a beta feature, which has to be switched on before it can be used.',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: 'Update access token',
  startNewSession: 'Start a new session',
  enableFeature: 'Switch on the feature',
}

export default messages

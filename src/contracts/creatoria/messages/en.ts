import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: 'That’s the limit for now',
  message: 'There’s been a lot of activity in a short time. You can continue once the limit resets.',
  when: {
    minute: {
      title: 'That’s the limit for this minute',
      message: 'The {{plan}} plan’s limit per minute for this API key is used up. You can continue once it resets.',
    },
    hour: {
      title: 'That’s the limit for this hour',
      message: 'The {{plan}} plan’s limit per hour for your organization is used up. You can continue once it resets.',
    },
    day: {
      title: 'That’s the limit for today',
      message: 'The {{plan}} plan’s limit per day for your organization is used up. You can continue once it resets.',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: 'Some details need a change',
    message: 'Check what you entered and correct what doesn’t fit, then send it again.',
  },
  HTTP_401: {
    title: 'Your API key wasn’t accepted',
    message: 'It may be missing, or it’s no longer in use. Enter a current one to continue.',
    hint: 'It has to be sent as X-API-Key.',
  },
  HTTP_403: {
    title: 'Your API key doesn’t reach this far',
    message: 'A key has one of the levels read, write and admin. Use one with a level that covers this.',
  },
  HTTP_404: {
    title: 'We couldn’t find that',
    message: 'It may have been deleted, or it isn’t in your organization. Refresh to see what is there now.',
  },
  HTTP_409: {
    title: 'This clashes with what’s already there',
    message: 'It may have changed in the meantime. Refresh to see the latest version, then decide.',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Creatoria has a problem on its side',
    message: 'It’s nothing you did. Try again in a moment; if it happens again, contact support.',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: 'Choose a project first',
    message: 'An agent belongs to a project, and none was chosen. Choose one to continue.',
    hint: 'If your API key is linked to a project, that one is used from then on.',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: 'The answer broke off',
    message: 'Creatoria had a problem while writing it. What has arrived stays. Try again to get all of it.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'Update API key',
  chooseProject: 'Choose a project',
}

export default messages

import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: 'Some details need a change',
  message: 'Check what you entered and correct what doesn’t fit, then send it again.',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: 'Sign in again to continue',
    message: 'Your sign-in has expired. Once you’re signed in, you’ll carry on where you were.',
  },
  HTTP_403: {
    title: 'You don’t have access to this',
    message: 'Your account lacks a permission for it. The person who looks after your access can add it.',
    when: {
      approval: {
        title: 'An authorized person has to act here',
        message: 'Approving a mission is up to an operator who is authorized for it.',
        hint: 'A human authorized for it must approve the mission (EU AI Act, Article 14).',
      },
    },
  },
  HTTP_404: {
    title: 'We couldn’t find that',
    message: 'It may not exist, or it isn’t visible to you as an operator. Refresh to see what is there now.',
  },
  HTTP_408: {
    title: 'That took too long',
    message: 'It didn’t reach us in time. Check your connection, then try again.',
  },
  HTTP_409: {
    title: 'This has changed in the meantime',
    message: 'Someone may have decided on it already. What you see is being refreshed; then it’s up to you.',
  },
  HTTP_422: details,
  HTTP_429: {
    title: 'Time for a short pause',
    message: 'There’s been a lot of activity in a short time. Wait a little, then try again.',
  },
  HTTP_500: {
    title: 'There’s a problem on our side',
    message: 'It’s nothing you did. Try again in a moment; if it happens again, report it.',
  },
  HTTP_503: {
    title: 'Some services are limited right now',
    message: 'You can go on working. Telemetry is kept and sent later; some answers may take longer.',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: 'Report this',
}

export default messages

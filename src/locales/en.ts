import type { KitTexts } from './texts.ts'

/** The kit's own texts in English. */
const en: KitTexts = {
  actions: {
    retry: 'Try again',
    dismiss: 'Close',
    login: 'Sign in',
    logout: 'Sign out',
    reload: 'Reload the page',
    refetch: 'Refresh',
    copyReport: 'Copy report',
    extend: 'Stay signed in',
    send: 'Send it now',
    discard: 'Don’t send',
    other: 'Continue',
  },
  statuses: {
    202: {
      title: 'Waiting for approval',
      message: 'This goes on by itself once it has been approved.',
    },
    400: {
      title: 'That couldn’t be processed',
      message: 'What was sent isn’t in a form we can use. Check what you entered, then try again.',
    },
    401: {
      title: 'Sign in to continue',
      message: 'You need to be signed in for this. Sign in, then carry on.',
    },
    402: {
      title: 'This needs a payment first',
      message: 'Complete the payment, then come back and try again.',
    },
    403: {
      title: 'You don’t have access to this',
      message: 'It isn’t open to your account. If you need it, ask the person who looks after your access.',
    },
    404: {
      title: 'We couldn’t find that',
      message: 'It may have been moved or deleted. Refresh to see what is there now.',
    },
    405: {
      title: 'That can’t be done here',
      message: 'This page may be out of date. Reload it, then try again.',
    },
    408: {
      title: 'That took too long',
      message: 'It didn’t reach us in time. Check your connection, then try again.',
    },
    409: {
      title: 'This has changed in the meantime',
      message: 'Refresh to see the latest version, then make your change again.',
    },
    410: {
      title: 'This is no longer here',
      message: 'It has been removed for good. Go back and choose something else.',
    },
    413: {
      title: 'That’s too large to send',
      message: 'Make it smaller, or send less at once.',
    },
    415: {
      title: 'That type of file can’t be used',
      message: 'Choose a file of another type.',
    },
    422: {
      title: 'Some details need a change',
      message: 'Check what you entered and correct what doesn’t fit, then send it again.',
    },
    423: {
      title: 'This is locked at the moment',
      message: 'Someone may be working on it. Wait a little, then try again.',
    },
    429: {
      title: 'Time for a short pause',
      message: 'There’s been a lot of activity in a short time. Wait a little, then try again.',
    },
    500: {
      title: 'There’s a problem on our side',
      message: 'It’s nothing you did. Try again in a moment; if it happens again, contact support.',
    },
    502: {
      title: 'The service isn’t answering',
      message: 'It should be back soon. Wait a moment, then try again.',
    },
    503: {
      title: 'The service isn’t available right now',
      message: 'It should be back soon. Wait a moment, then try again.',
    },
    504: {
      title: 'The service is taking too long',
      message: 'If you were saving or sending something, check whether it went through before you try again.',
    },
  },
  classes: {
    '4xx': {
      title: 'That can’t be done right now',
      message: 'Check what you entered or reload the page, then try again.',
    },
    '5xx': {
      title: 'There’s a problem on our side',
      message: 'It’s nothing you did. Wait a moment, then try again.',
    },
  },
  kinds: {
    network: {
      title: 'We can’t reach the service',
      message: 'Check your internet connection, then try again.',
    },
    timeout: {
      title: 'No answer came in time',
      message: 'If you were saving or sending something, check whether it went through before you try again.',
    },
    unreadable: {
      title: 'We couldn’t read the answer',
      message: 'Reload the page, then try again. If it happens again, contact support.',
    },
    stream: {
      title: 'The connection was interrupted',
      message: 'The answer stopped before the end. Try again to get all of it.',
    },
  },
  default: {
    title: 'That didn’t work',
    message: 'Something unexpected got in the way. Try again; if it happens again, contact support.',
  },
  session: {
    ended: {
      title: 'You’ve been signed out',
      message: 'Sign in again to continue.',
    },
    expired: {
      title: 'Sign in again to continue',
      message: 'Your sign-in has expired. What you entered is still here.',
    },
    stepUp: {
      title: 'Confirm that it’s you',
      message: 'This needs a fresh sign-in. What you entered is still here.',
    },
    expiring: {
      title: 'You’ll be signed out soon',
      message: 'Stay signed in to carry on where you are.',
    },
    sendNow: {
      title: 'Send it now?',
      message: 'This has been waiting since your sign-in ran out. Nothing of it has been sent yet.',
    },
  },
  parts: {
    region: 'Notifications ({{hotkey}})',
    regionPlain: 'Notifications',
    banner: 'Notice',
    close: 'Close',
    fewer: 'Show fewer',
    more_one: '{{count, number}} more',
    more_other: '{{count, number}} more',
    count_one: 'Happened once',
    count_other: 'Happened {{count, number}} times',
    details: 'Details',
    requestId: 'Request ID',
    code: 'Code',
    status: 'Status',
    time: 'Time',
    copied: 'Copied.',
    copyFailed: 'Copying isn’t possible here. The report is shown instead; copy it from there.',
    errorPrefix: 'Error:',
    warningPrefix: 'Warning:',
    infoPrefix: 'Note:',
    documentTitle: 'Error: {{title}}',
    summaryHeading: 'There is a problem',
    fieldRequired: 'Fill this in.',
    fieldTooShort: 'This is too short. Write a little more.',
    fieldTooLong: 'This is too long. Shorten it.',
    fieldFormat: 'Check how this is written.',
    fieldOther: 'Check this and change it.',
    wait: 'You can try again in {{duration}}.',
    waitUnknown: 'You can try again in a little while.',
    cooldownOver: 'You can try again now.',
    retryAvailable: 'You can try again.',
    retryAll: 'Try all again',
    offline: 'You’re offline. We’ll carry on as soon as you’re connected again.',
    reconnecting: 'Reconnecting…',
    backOnline: 'You’re back online.',
    recovered: 'It’s working again.',
    approved: 'Approved.',
    rejected: 'Not approved.',
    cancel: 'Cancel',
    cancelled: 'Cancelled.',
    busy: 'One moment…',
    home: 'Go to the home page',
  },
}

export default en

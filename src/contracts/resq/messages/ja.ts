import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: '変更が必要な項目があります',
  message: '入力した内容を確認し、変更してからもう一度送信してください。',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: 'もう一度ログインしてください',
    message: 'ログインの有効期限が切れました。ログインすると、中断したところから続けられます。',
  },
  HTTP_403: {
    title: 'アクセス権がありません',
    message: 'このアカウントには必要な権限がありません。アクセス権の管理者が権限を追加できます。',
    when: {
      approval: {
        title: '権限のある担当者の操作が必要です',
        message: 'ミッションを承認できるのは、その権限を持つオペレーターです。',
        hint: 'ミッションは、権限を持つ人が承認しなければなりません（EU AI 法 第 14 条）。',
      },
    },
  },
  HTTP_404: {
    title: '見つかりませんでした',
    message:
      '存在しないか、オペレーターとして表示できないものの可能性があります。更新して、最新の内容を確認してください。',
  },
  HTTP_408: {
    title: '送信に時間がかかりすぎました',
    message: '時間内に届きませんでした。接続を確認して、もう一度お試しください。',
  },
  HTTP_409: {
    title: '内容が更新されています',
    message: 'ほかの人がすでに決定した可能性があります。表示を更新していますので、確認してからご判断ください。',
  },
  HTTP_422: details,
  HTTP_429: {
    title: '少し時間をおいてください',
    message: '短時間に多くの操作がありました。しばらくしてから、もう一度お試しください。',
  },
  HTTP_500: {
    title: 'サービス側で問題が起きました',
    message: '操作が原因ではありません。しばらくしてから、もう一度お試しください。続く場合は、報告してください。',
  },
  HTTP_503: {
    title: '現在、一部のサービスに制限があります',
    message: '作業は続けられます。テレメトリーは保管され、後で送信されます。応答に時間がかかることもあります。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: 'この問題を報告',
}

export default messages

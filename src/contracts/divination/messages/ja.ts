import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: 'サービス側で問題が起きました',
  message:
    '操作が原因ではありません。しばらくしてから、もう一度お試しください。続く場合は、サポートにお問い合わせください。',
}

const notSent: Message = {
  title: '質問を送信できませんでした',
  message:
    '入力した内容が原因ではありません。この画面からもう一度お試しください。続く場合は、サポートにお問い合わせください。',
}

const interrupted: Message = {
  title: '鑑定が途中で止まりました',
  message: '続きから再開できませんでした。再試行すると、すべて表示されます。',
}

const fileNotUsable: Message = {
  title: 'このファイルを使用できませんでした',
  message: '操作が原因ではありません。もう一度お試しください。続く場合は、ファイルを添付し直してください。',
}

const secured: Message = {
  title: '安全のため、処理を止めました',
  message: '表示を更新しています。内容を確認してから、もう一度始めてください。',
}

const signedOut: Message = {
  title: 'ログアウトしました',
  message: '続けるには、もう一度ログインしてください。',
}

const pictureNotSaved: Message = {
  title: '新しい画像はまだ保存されていません',
  message: '今は以前の画像のままです。しばらくしてから、もう一度お試しください。',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: '現在ログインできません',
    message: '間もなく復旧する見込みです。しばらくしてから、もう一度お試しください。',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: '認証コードの再送は少しお待ちください',
    message: '短時間に何度も認証コードが送信されました。しばらくすると、新しいコードを受け取れます。',
    hint: '最後に送られたコードが、これから届くこともあります。',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: '認証コードが一致しません',
    message: '最後に届いた認証コードを確認して、もう一度入力してください。',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: 'アカウントが見つかりません',
    message: '入力した内容を確認するか、別のアカウントをご利用ください。',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: '鑑定に必要なポイントが足りません',
    message: 'ポイントをチャージしてから、もう一度鑑定を始めてください。',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: 'この占いは完了しました',
    message:
      '一回の占いでは、最初の鑑定と追加の質問を一つ受けられます。さらに質問するには、新しい占いを始めてください。',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: 'まだ卦が立てられていません',
    message: '鑑定の前に卦を立てる必要があります。卦を立て直すと、質問も一緒に送信されます。',
  },
  AGENT_SESSION_ID_INVALID: {
    title: 'この占いを開けません',
    message: 'リンクの内容が合っていません。履歴を更新していますので、そこから選んでください。',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: 'この占いが見つかりません',
    message: '削除された可能性があります。履歴を更新していますので、別の占いを選んでください。',
  },
  AGENT_USER_ID_INVALID: {
    title: 'アカウントと照合できませんでした',
    message:
      '操作が原因ではありません。一度ログアウトして、ログインし直してください。続く場合は、サポートにお問い合わせください。',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: 'この形式の録音は使用できません',
    message: '音声入力では WAV 形式を使用します。録音し直すか、WAV ファイルを選んでください。',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: '録音が長すぎます',
    message: '録音を短くするか、要点だけを話して、もう一度送信してください。',
  },
  AGENT_AUDIO_EMPTY: {
    title: '音声を聞き取れませんでした',
    message: '録音に音が入っていません。マイクを確認して、もう一度お試しください。',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: '現在、音声入力を利用できません',
    message: 'しばらくしてからもう一度試すか、文字で質問を入力してください。',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: '同時に開いている占いが多くなっています',
    message: 'この占いを続けられるように、最も長く動きのない占いを閉じています。',
    hint: '始まらない場合は、ほかのタブや端末で開いている占いを閉じてください。',
  },
  AGENT_FORBIDDEN: {
    title: 'この占いを見る権限がありません',
    message: '別のアカウントの占いです。ご自分の占いが表示されるように更新しています。',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: 'このファイルは空です',
    message: '読み取れる内容がありません。もう一度試すか、別のファイルを添付してください。',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: 'このファイルは大きすぎます',
    message: 'もっと小さいファイルを添付してください。',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: '一度に送るファイルが多すぎます',
    message: 'いくつか取り除いてから、もう一度送信してください。',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: 'この種類のファイルは添付できません',
    message: '別の種類のファイルを添付してください。',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: 'ファイルはまだアップロードされていません',
    message: 'しばらくしてから、もう一度お試しください。ファイルを選び直す必要はありません。',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: '現在、ファイルを添付できません',
    message: 'しばらくしてからもう一度試すか、ファイルなしで質問を送信してください。',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: '添付ファイルの準備ができていません',
    message: '今は開けませんでした。しばらくしてから、もう一度お試しください。',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: '画像を表示できなくなりました',
    message: 'リンクの有効期限が切れました。再試行すると、新しいリンクを取得できます。',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: 'プロフィールはまだ保存されていません',
    message: '印の付いた項目を変更してから、もう一度保存してください。',
  },
  PROFILE_NOT_FOUND: {
    title: 'プロフィールが見つかりません',
    message: 'もう一度お試しください。まだプロフィールがない場合は、今すぐ作成できます。',
  },
  PROFILE_DELETE_FAILED: {
    title: 'アカウントはまだ削除されていません',
    message:
      '削除を完了できませんでした。しばらくしてから、もう一度お試しください。続く場合は、サポートにお問い合わせください。',
  },
  AVATAR_FILE_INVALID: {
    title: 'この画像は使用できません',
    message: 'サイズが大きすぎるか、表示できない種類の画像です。別の画像を選んでください。',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: 'この通知はもうありません',
    message: '削除された可能性があります。通知を更新しています。',
  },
  INVITE_CODE_NOT_FOUND: {
    title: '招待コードがまだありません',
    message: '招待コードを作成しています。間もなく表示されます。',
  },

  REQUEST_VALIDATION_ERROR: {
    title: '変更が必要な項目があります',
    message: '入力した内容を確認し、変更してからもう一度送信してください。',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: 'この手順は承認されませんでした',
    message: 'この手順は実行されていません。これなしで続けるか、別の形で質問してください。',
  },
  TOOL_PENDING_APPROVAL: {
    title: 'この手順は承認待ちです',
    message: '承認されると、自動的に続行します。ほかに必要な操作はありません。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: 'ポイントをチャージ',
  refreshHistory: '履歴を更新',
  refreshNotifications: '通知を更新',
  startNewSession: '新しい占いを始める',
  restartCasting: '卦を立て直す',
  switchToTextInput: '文字で入力',
  bootstrapProfile: 'プロフィールを作成',
  bootstrapInviteCode: '招待コードを取得',
}

export default messages

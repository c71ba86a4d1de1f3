import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: '変更が必要な項目があります',
    message: '入力した内容を確認し、変更してからもう一度送信してください。',
    hint: '一度に送信できるのは、合計 32 MB までです。',
  },
  authentication_error: {
    title: 'アクセストークンを確認できませんでした',
    message:
      '設定されていないか、途中で切れているか、期限切れまたは取り消し済みの可能性があります。現在使えるアクセストークンを入力してください。',
    hint: 'x-api-key ではなく、Bearer 方式で送信する必要があります。',
  },
  permission_error: {
    title: 'アクセス権がありません',
    message: 'ほかの人のものか、アーカイブされてロックされているか、アクセストークンの範囲外にある可能性があります。',
    hint: '所有者にアクセスの許可を依頼するか、別のアクセストークンを使用してください。',
  },
  not_found_error: {
    title: '見つかりませんでした',
    message: '削除されたか、アドレスの表記が異なる可能性があります。更新して、最新の内容を確認してください。',
  },
  conflict_error: {
    title: 'すでにある内容と重なっています',
    message: '前に別の内容で送信されたか、セッションが終了したか、名前がすでに使われている可能性があります。',
    hint: 'まず更新してください。そのあと、新しく送信するか、新しいセッションを始めるか、名前を変えてください。',
    when: {
      sameKey: {
        title: '前に別の内容で送信されています',
        message: '最初に送信された内容が優先されます。更新して確認し、変更した内容は新しいものとして送信してください。',
      },
      ended: {
        title: 'このセッションは終了しています',
        message: 'これ以上は追加できません。続けるには、新しいセッションを始めてください。',
      },
      duplicate: {
        title: 'この名前はすでに使われています',
        message: '同じ名前は一度しか使えません。別の名前にして、もう一度保存してください。',
      },
    },
  },
  api_error: {
    title: 'Qoder 側で問題が起きました',
    message: '操作が原因ではありません。しばらくしてから、もう一度お試しください。',
  },
  feature_not_available: {
    title: 'この機能はまだ有効になっていません',
    message: '「{{feature}}」を使うには、ベータ識別子 {{available_from}} が必要です。',
    when: {
      missing: {
        title: 'この機能はまだ有効になっていません',
        message:
          '「{{feature}}」を使うには、ベータ識別子 {{available_from}} が必要です。今回は送信されていませんでした。',
      },
      outdated: {
        title: 'この機能には新しいバージョンがあります',
        message:
          '「{{feature}}」には現在、ベータ識別子 {{available_from}} が必要です。今回は以前の識別子が送信されました。',
      },
      unnamed: {
        title: 'この機能はまだ有効になっていません',
        message: 'ベータ版の機能のため、使う前に有効にする必要があります。',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: 'アクセストークンを更新',
  startNewSession: '新しいセッションを始める',
  enableFeature: 'この機能を有効にする',
}

export default messages

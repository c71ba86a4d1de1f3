import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: '現在の上限に達しました',
  message: '短時間に多くの操作がありました。上限が元に戻ると、続けられます。',
  when: {
    minute: {
      title: 'この一分間の上限に達しました',
      message: '{{plan}} プランで、この API キーが一分間に使える上限に達しました。上限が元に戻ると、続けられます。',
    },
    hour: {
      title: 'この一時間の上限に達しました',
      message: '{{plan}} プランで、組織が一時間に使える上限に達しました。上限が元に戻ると、続けられます。',
    },
    day: {
      title: '今日の上限に達しました',
      message: '{{plan}} プランで、組織が一日に使える上限に達しました。上限が元に戻ると、続けられます。',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: '変更が必要な項目があります',
    message: '入力した内容を確認し、変更してからもう一度送信してください。',
  },
  HTTP_401: {
    title: 'API キーを確認できませんでした',
    message: 'API キーが設定されていないか、今は使われていない可能性があります。現在使えるものを入力してください。',
    hint: 'X-API-Key として送信する必要があります。',
  },
  HTTP_403: {
    title: 'この API キーの権限では足りません',
    message: '権限には read、write、admin の段階があります。この操作に足りる権限の API キーを使ってください。',
  },
  HTTP_404: {
    title: '見つかりませんでした',
    message: '削除されたか、所属する組織のものではない可能性があります。更新して、最新の内容を確認してください。',
  },
  HTTP_409: {
    title: 'すでにある内容と重なっています',
    message: '内容が更新された可能性があります。更新して最新の内容を確認してから、どうするかを決めてください。',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Creatoria 側で問題が起きました',
    message:
      '操作が原因ではありません。しばらくしてから、もう一度お試しください。続く場合は、サポートにお問い合わせください。',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: '先にプロジェクトを選んでください',
    message: 'エージェントはプロジェクトに属しますが、まだ選ばれていません。プロジェクトを選ぶと、続けられます。',
    hint: 'API キーにプロジェクトが関連付けられている場合は、以後そのプロジェクトが使われます。',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: '回答が途中で止まりました',
    message: '回答の作成中に、Creatoria 側で問題が起きました。届いた内容は残ります。再試行すると、すべて受け取れます。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: 'API キーを更新',
  chooseProject: 'プロジェクトを選ぶ',
}

export default messages

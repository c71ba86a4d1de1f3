import type { Message, Messages } from '../../../problem/contract.ts'
import type { ResqAction, ResqCode } from '../codes.ts'

// Whichever of the two statuses it is, the operator does the same.
const details: Message = {
  title: '部分內容需要修改',
  message: '確認填寫的內容，修改後重新送出。',
}

const messages: Messages<ResqCode> = {
  HTTP_400: details,
  HTTP_401: {
    title: '重新登入後繼續',
    message: '登入已逾時。重新登入後，會接續剛才的操作。',
  },
  HTTP_403: {
    title: '您沒有使用權限',
    message: '目前的帳號缺少所需的權限。如有需要，可洽管理員開通。',
    when: {
      approval: {
        title: '需由獲授權的人員操作',
        message: '任務須由獲授權的操作員核准。',
        hint: '任務必須由獲授權的人員核准（歐盟《人工智慧法》第 14 條）。',
      },
    },
  },
  HTTP_404: {
    title: '找不到這項內容',
    message: '可能不存在，或您沒有檢視權限。重新整理，看看目前有哪些內容。',
  },
  HTTP_408: {
    title: '等候時間過長',
    message: '內容未能及時送達。檢查網路連線後再試一次。',
  },
  HTTP_409: {
    title: '內容已有更新',
    message: '可能已有人做出決定。正在重新整理，看過最新內容後由您決定。',
  },
  HTTP_422: details,
  HTTP_429: {
    title: '稍候片刻再繼續',
    message: '短時間內的操作較多，過一會兒再試一次。',
  },
  HTTP_500: {
    title: '我們這邊出了點狀況',
    message: '與您的操作無關。稍候片刻再試一次；若再次發生，可回報給我們。',
  },
  HTTP_503: {
    title: '部分服務目前受限',
    message: '您可以繼續工作。遙測資料會先保留，稍後再傳送；部分內容可能需要多等一會兒。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<ResqAction, string>> = {
  fileReport: '回報這個問題',
}

export default messages

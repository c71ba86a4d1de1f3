import type { Message, Messages } from '../../../problem/contract.ts'
import type { CreatoriaAction, CreatoriaCode } from '../codes.ts'

// Two bodies for one case.
const limited: Message = {
  title: '暫時達到使用上限',
  message: '短時間內的操作較多。額度恢復後即可繼續。',
  when: {
    minute: {
      title: '這一分鐘的額度已用完',
      message: '{{plan}} 方案中，這個 API 金鑰每分鐘的額度已用完。額度恢復後即可繼續。',
    },
    hour: {
      title: '這一小時的額度已用完',
      message: '{{plan}} 方案中，您的組織每小時的額度已用完。額度恢復後即可繼續。',
    },
    day: {
      title: '今天的額度已用完',
      message: '{{plan}} 方案中，您的組織每天的額度已用完。額度恢復後即可繼續。',
    },
  },
}

const messages: Messages<CreatoriaCode> = {
  HTTP_400: {
    title: '部分內容需要修改',
    message: '確認填寫的內容，修改後重新送出。',
  },
  HTTP_401: {
    title: 'API 金鑰未獲接受',
    message: '可能沒有附上，或已經停用。換上目前可用的 API 金鑰即可繼續。',
    hint: 'API 金鑰要放在 X-API-Key 中傳送。',
  },
  HTTP_403: {
    title: '這個 API 金鑰的權限不足',
    message: '權限等級分為 read、write 和 admin。改用等級足夠的 API 金鑰即可繼續。',
  },
  HTTP_404: {
    title: '找不到這項內容',
    message: '可能已經刪除，或不屬於您的組織。重新整理，看看目前有哪些內容。',
  },
  HTTP_409: {
    title: '與現有的內容互相衝突',
    message: '內容可能剛有更新。重新整理並查看最新內容，再決定怎麼做。',
  },
  HTTP_429: limited,
  HTTP_500: {
    title: 'Creatoria 那邊出了點狀況',
    message: '與您的操作無關。稍候片刻再試一次；若再次發生，可聯絡客服。',
  },

  PROJECT_CONTEXT_REQUIRED: {
    title: '先選擇一個專案',
    message: '代理程式需要屬於某個專案，目前尚未選擇。選好之後即可繼續。',
    hint: '如果 API 金鑰已連結專案，之後會直接使用那個專案。',
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: {
    title: '回答中斷了',
    message: '產生回答時，Creatoria 那邊出了狀況。已收到的內容會保留；再試一次即可取得完整回答。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<CreatoriaAction, string>> = {
  updateApiKey: '更新 API 金鑰',
  chooseProject: '選擇專案',
}

export default messages

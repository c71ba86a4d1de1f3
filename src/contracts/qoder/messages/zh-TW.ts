import type { Messages } from '../../../problem/contract.ts'
import type { QoderAction, QoderCode } from '../codes.ts'

const messages: Messages<QoderCode> = {
  invalid_request_error: {
    title: '部分內容需要修改',
    message: '確認填寫的內容，修改後重新送出。',
    hint: '一次送出的內容最多 32 MB。',
  },
  authentication_error: {
    title: '存取權杖未獲接受',
    message: '權杖可能未附上、不完整、已過期或已撤銷。換上目前可用的存取權杖即可繼續。',
    hint: '存取權杖要以 Bearer 方式傳送，不能放在 x-api-key 中。',
  },
  permission_error: {
    title: '您沒有使用權限',
    message: '這項內容可能屬於其他人或其他組織、已封存並鎖定，或不在存取權杖的權限範圍內。',
    hint: '可洽擁有者開通權限，或換用其他存取權杖。',
  },
  not_found_error: {
    title: '找不到這項內容',
    message: '可能已經刪除，或網址的寫法有出入。重新整理，看看目前有哪些內容。',
  },
  conflict_error: {
    title: '與現有的內容互相衝突',
    message: '可能曾以不同的內容送出過、所屬的工作階段已結束，或名稱已有人使用。',
    hint: '先重新整理，再重新送出、開始新的工作階段，或換個名稱。',
    when: {
      sameKey: {
        title: '先前送出過不同的內容',
        message: '以最先送出的內容為準。重新整理即可查看，之後的修改可當作新內容再次送出。',
      },
      ended: {
        title: '這個工作階段已結束',
        message: '無法再加入內容。開始新的工作階段即可繼續。',
      },
      duplicate: {
        title: '這個名稱已有人使用',
        message: '名稱不能重複。換個名稱，再重新儲存。',
      },
    },
  },
  api_error: {
    title: 'Qoder 那邊出了點狀況',
    message: '與您的操作無關。稍候片刻再試一次。',
  },
  feature_not_available: {
    title: '這項功能尚未啟用',
    message: '使用「{{feature}}」需要 Beta 識別碼 {{available_from}}。',
    when: {
      missing: {
        title: '這項功能尚未啟用',
        message: '使用「{{feature}}」需要 Beta 識別碼 {{available_from}}，這次沒有附上。',
      },
      outdated: {
        title: '這項功能已有新版本',
        message: '「{{feature}}」現在使用 Beta 識別碼 {{available_from}}，這次附上的是較舊的識別碼。',
      },
      unnamed: {
        title: '這項功能尚未啟用',
        message: '這是 Beta 功能，啟用之後才能使用。',
      },
    },
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<QoderAction, string>> = {
  updateToken: '更新存取權杖',
  startNewSession: '開始新的工作階段',
  enableFeature: '啟用這項功能',
}

export default messages

import type { KitTexts } from './texts.ts'

/** The kit's own texts in Chinese as it is written in Taiwan; Hong Kong and Macau read them too. */
const zhTW: KitTexts = {
  actions: {
    retry: '重試',
    dismiss: '關閉',
    login: '登入',
    logout: '登出',
    reload: '重新載入頁面',
    refetch: '重新整理',
    copyReport: '複製報告',
    extend: '保持登入',
    send: '現在傳送',
    discard: '不傳送',
    other: '繼續',
  },
  statuses: {
    202: {
      title: '等待核准',
      message: '核准後會自動繼續。',
    },
    400: {
      title: '這次無法處理',
      message: '送出的內容無法辨識。確認填寫的內容後再試一次。',
    },
    401: {
      title: '登入後繼續',
      message: '這項操作需要先登入，登入後即可繼續。',
    },
    402: {
      title: '需要先完成付款',
      message: '付款完成後，再回到這裡試一次。',
    },
    403: {
      title: '您沒有使用權限',
      message: '目前的帳號無法使用這項內容。如有需要，可洽管理員開通。',
    },
    404: {
      title: '找不到這項內容',
      message: '可能已經移動或刪除。重新整理，看看目前有哪些內容。',
    },
    405: {
      title: '這裡無法進行這項操作',
      message: '頁面可能不是最新版本。重新載入後再試一次。',
    },
    408: {
      title: '等候時間過長',
      message: '內容未能及時送達。檢查網路連線後再試一次。',
    },
    409: {
      title: '內容已有更新',
      message: '重新整理並查看最新內容，再重新修改。',
    },
    410: {
      title: '內容已移除',
      message: '這項內容不會再恢復。返回後選擇其他內容。',
    },
    413: {
      title: '內容太大，無法傳送',
      message: '縮小檔案，或分次傳送。',
    },
    415: {
      title: '不支援這種類型的檔案',
      message: '改用其他類型的檔案。',
    },
    422: {
      title: '部分內容需要修改',
      message: '確認填寫的內容，修改後重新送出。',
    },
    423: {
      title: '內容暫時鎖定中',
      message: '可能有人正在編輯。稍候片刻再試一次。',
    },
    429: {
      title: '稍候片刻再繼續',
      message: '短時間內的操作較多，過一會兒再試一次。',
    },
    500: {
      title: '我們這邊出了點狀況',
      message: '與您的操作無關。稍候片刻再試一次；若再次發生，可聯絡客服。',
    },
    502: {
      title: '服務暫時沒有回應',
      message: '應該很快就會恢復。稍候片刻再試一次。',
    },
    503: {
      title: '服務暫時無法使用',
      message: '應該很快就會恢復。稍候片刻再試一次。',
    },
    504: {
      title: '服務回應時間過長',
      message: '如果剛才正在儲存或傳送內容，先確認是否已經完成，再決定要不要重試。',
    },
  },
  classes: {
    '4xx': {
      title: '目前無法完成',
      message: '確認填寫的內容，或重新載入頁面後再試一次。',
    },
    '5xx': {
      title: '我們這邊出了點狀況',
      message: '與您的操作無關。稍候片刻再試一次。',
    },
  },
  kinds: {
    network: {
      title: '無法連上服務',
      message: '檢查網路連線後再試一次。',
    },
    timeout: {
      title: '未能及時收到回應',
      message: '如果剛才正在儲存或傳送內容，先確認是否已經完成，再決定要不要重試。',
    },
    unreadable: {
      title: '收到的內容無法讀取',
      message: '重新載入頁面後再試一次。若再次發生，可聯絡客服。',
    },
    stream: {
      title: '連線中斷了',
      message: '內容還沒接收完整，重試即可取得全部內容。',
    },
  },
  default: {
    title: '這次沒有完成',
    message: '發生了意料之外的狀況。再試一次；若再次發生，可聯絡客服。',
  },
  session: {
    ended: {
      title: '您已登出',
      message: '重新登入後即可繼續。',
    },
    expired: {
      title: '需要重新登入',
      message: '登入已逾時，您填寫的內容仍然保留。',
    },
    stepUp: {
      title: '需要確認是您本人',
      message: '這個步驟需要重新登入，您填寫的內容仍然保留。',
    },
    expiring: {
      title: '登入即將逾時',
      message: '保持登入，即可繼續目前的操作。',
    },
    sendNow: {
      title: '現在傳送嗎？',
      message: '登入逾時後，這些內容一直在等待，尚未傳送出去。',
    },
  },
  parts: {
    region: '通知（按 {{hotkey}} 前往）',
    regionPlain: '通知',
    banner: '提示',
    close: '關閉',
    fewer: '收合',
    more_other: '還有 {{count, number}} 則',
    count_other: '已發生 {{count, number}} 次',
    details: '詳細資訊',
    requestId: '追蹤編號',
    code: '代碼',
    status: '狀態',
    time: '時間',
    copied: '已複製。',
    copyFailed: '這裡無法自動複製。報告已顯示出來，可手動複製。',
    errorPrefix: '錯誤：',
    warningPrefix: '注意：',
    infoPrefix: '提示：',
    documentTitle: '錯誤：{{title}}',
    summaryHeading: '有問題需要處理',
    fieldRequired: '這裡需要填寫。',
    fieldTooShort: '內容太短，再補充一些。',
    fieldTooLong: '內容太長，縮短一些。',
    fieldFormat: '檢查這裡的格式。',
    fieldOther: '檢查這裡並修改。',
    wait: '{{duration}}後可以再試。',
    waitUnknown: '過一會兒可以再試。',
    cooldownOver: '現在可以再試了。',
    retryAvailable: '可以再試一次。',
    retryAll: '全部重試',
    offline: '網路已中斷，恢復連線後會自動繼續。',
    reconnecting: '正在重新連線…',
    backOnline: '網路已恢復。',
    recovered: '已恢復正常。',
    approved: '已核准。',
    rejected: '未獲核准。',
    cancel: '取消',
    cancelled: '已取消。',
    busy: '處理中…',
    home: '回到首頁',
  },
}

export default zhTW

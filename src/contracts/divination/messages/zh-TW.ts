import type { Message, Messages } from '../../../problem/contract.ts'
import type { DivinationAction, DivinationCode } from '../codes.ts'

// Codes that the user cannot have caused share their words.

const ourSide: Message = {
  title: '我們這邊出了點狀況',
  message: '與您的操作無關。稍候片刻再試一次；若再次發生，可聯絡客服。',
}

const notSent: Message = {
  title: '您的問題沒有送達',
  message: '與您填寫的內容無關。可在目前頁面重試；若再次發生，可聯絡客服。',
}

const interrupted: Message = {
  title: '解讀中斷了',
  message: '未能從中斷處接著顯示。重試即可查看完整內容。',
}

const fileNotUsable: Message = {
  title: '目前無法使用這個檔案',
  message: '與您的操作無關。再試一次；若再次發生，重新附加這個檔案。',
}

const secured: Message = {
  title: '為了安全，這個步驟已停止',
  message: '正在更新目前的內容。更新後先看一看，再重新操作。',
}

const signedOut: Message = {
  title: '您已登出',
  message: '重新登入後即可繼續。',
}

const pictureNotSaved: Message = {
  title: '新的大頭貼沒有儲存',
  message: '目前仍顯示原本的大頭貼。稍候片刻再試一次。',
}

const messages: Messages<DivinationCode> = {
  AUTH_SERVICE_UNAVAILABLE: {
    title: '目前無法登入',
    message: '應該很快就會恢復。稍候片刻再試一次。',
  },
  AUTH_TOO_MANY_REQUESTS: {
    title: '稍候片刻再索取驗證碼',
    message: '短時間內已傳送多則驗證碼。過一會兒就能重新索取。',
    hint: '最近一則驗證碼可能還在傳送途中。',
  },
  AUTH_VERIFICATION_CODE_INVALID: {
    title: '驗證碼不相符',
    message: '查看最新收到的驗證碼，再重新輸入。',
  },
  AUTH_REFRESH_TOKEN_INVALID: signedOut,
  AUTH_REFRESH_TOKEN_MISSING: signedOut,
  AUTH_USER_NOT_FOUND: {
    title: '找不到這個帳號',
    message: '確認輸入的內容，或改用其他帳號。',
  },
  AUTH_UNAUTHORIZED: signedOut,

  POINTS_INSUFFICIENT_BALANCE: {
    title: '點數不足以進行這次解讀',
    message: '儲值點數後，再重新開始解讀。',
  },

  AGENT_SESSION_RUN_LIMIT_EXCEEDED: {
    title: '這次占卜已完成',
    message: '每次占卜包含第一次解讀和一次追問。想再提問，可以開始新的占卜。',
  },
  AGENT_RUNTIME_MODE_INVALID: notSent,
  AGENT_DIVINATION_PAYLOAD_REQUIRED: {
    title: '還沒有起卦結果',
    message: '解讀前需要先起卦。重新起卦後，您的問題會一併送出。',
  },
  AGENT_SESSION_ID_INVALID: {
    title: '無法開啟這次占卜',
    message: '連結不太對。正在更新歷史紀錄，可從中重新選擇。',
  },
  AGENT_SESSION_NOT_FOUND: {
    title: '找不到這次占卜',
    message: '可能已經刪除。正在更新歷史紀錄，可從中選擇其他占卜。',
  },
  AGENT_USER_ID_INVALID: {
    title: '無法對應到您的帳號',
    message: '與您的操作無關。登出後重新登入；若仍是如此，可聯絡客服。',
  },
  AGENT_AUDIO_UNSUPPORTED_FORMAT: {
    title: '不支援這種格式的錄音',
    message: '語音輸入使用 WAV 格式。重新錄一段，或選擇 WAV 檔案。',
  },
  AGENT_AUDIO_TOO_LARGE: {
    title: '錄音太長了',
    message: '縮短錄音，或說得精簡一點，再重新傳送。',
  },
  AGENT_AUDIO_EMPTY: {
    title: '沒有聽到聲音',
    message: '錄音裡沒有聲音。檢查麥克風後再試一次。',
  },
  AGENT_ASR_UNAVAILABLE: {
    title: '語音輸入目前無法使用',
    message: '稍候片刻再試一次，也可以改用文字輸入。',
  },
  AGENT_PAYLOAD_INVALID: notSent,
  AGENT_RUN_INPUT_INVALID: notSent,
  AGENT_RUN_MESSAGES_INVALID: notSent,
  AGENT_INVALID_RUN_ID: interrupted,
  AGENT_INVALID_LAST_EVENT_ID: interrupted,
  AGENT_SSE_CONNECTION_LIMIT: {
    title: '同時開啟的占卜較多',
    message: '正在關閉最久沒有動靜的一個，讓目前的占卜繼續。',
    hint: '若仍未開始，可在其他分頁或裝置上關閉一個占卜。',
  },
  AGENT_FORBIDDEN: {
    title: '您沒有權限查看這次占卜',
    message: '它屬於另一個帳號。正在更新畫面，只顯示您自己的占卜。',
  },
  AGENT_ATTACHMENT_EMPTY: {
    title: '這個檔案是空的',
    message: '檔案裡沒有可讀取的內容。再試一次，或改用其他檔案。',
  },
  AGENT_ATTACHMENT_TOO_LARGE: {
    title: '這個檔案太大了',
    message: '改用較小的檔案。',
  },
  AGENT_ATTACHMENTS_TOO_MANY: {
    title: '一則訊息的檔案太多了',
    message: '移除幾個檔案，再重新傳送。',
  },
  AGENT_ATTACHMENT_UNSUPPORTED_TYPE: {
    title: '不支援附加這種類型的檔案',
    message: '改用其他類型的檔案。',
  },
  AGENT_ATTACHMENT_UPLOAD_FAILED: {
    title: '檔案沒有上傳完成',
    message: '稍候片刻再試一次，不需要重新選擇檔案。',
  },
  AGENT_ATTACHMENT_STORAGE_UNAVAILABLE: {
    title: '目前無法附加檔案',
    message: '稍候片刻再試一次，也可以先不附檔案直接提問。',
  },
  AGENT_ATTACHMENT_BUCKET_INVALID: secured,
  AGENT_ATTACHMENT_PATH_SCOPE_INVALID: secured,
  AGENT_SIGNED_URL_GENERATION_FAILED: {
    title: '附件還沒準備好',
    message: '目前打不開這個附件。稍候片刻再試一次。',
  },
  AGENT_SIGNED_IMAGE_URL_INVALID: {
    title: '目前無法顯示圖片',
    message: '圖片連結已過期。再試一次即可重新載入。',
  },

  INVALID_BINARY_URL_HOST: fileNotUsable,
  INVALID_BINARY_URL_BUCKET: fileNotUsable,
  INVALID_BINARY_URL_PATH_SCOPE: fileNotUsable,

  PROFILE_PAYLOAD_INVALID: {
    title: '個人資料尚未儲存',
    message: '修改標示的欄位，再重新儲存。',
  },
  PROFILE_NOT_FOUND: {
    title: '找不到您的個人資料',
    message: '再試一次。若還沒有資料，可以現在建立。',
  },
  PROFILE_DELETE_FAILED: {
    title: '帳號尚未刪除',
    message: '刪除未能完成。稍候片刻再試一次；若再次發生，可聯絡客服。',
  },
  AVATAR_FILE_INVALID: {
    title: '這張圖片無法當作大頭貼',
    message: '圖片太大，或不是支援的類型。改用其他圖片。',
  },
  AVATAR_PATH_SCOPE_INVALID: secured,
  AVATAR_SIGNED_URL_FAILED: pictureNotSaved,
  AVATAR_UPLOAD_FAILED: pictureNotSaved,

  NOTIFICATION_NOT_FOUND: {
    title: '這則通知已不存在',
    message: '可能已經刪除。正在更新通知列表。',
  },
  INVITE_CODE_NOT_FOUND: {
    title: '您還沒有邀請碼',
    message: '正在為您產生，馬上就好。',
  },

  REQUEST_VALIDATION_ERROR: {
    title: '部分內容需要修改',
    message: '確認填寫的內容，修改後重新送出。',
  },
  INTERNAL_ERROR: ourSide,
  MISSING_RUNTIME_ARGS: ourSide,
  TOOL_REJECTED: {
    title: '這個步驟未獲核准',
    message: '這個步驟沒有執行。可以略過它繼續，或換個方式提問。',
  },
  TOOL_PENDING_APPROVAL: {
    title: '這個步驟正在等待核准',
    message: '核准後會自動繼續，現在不需要進行其他操作。',
  },
}

/** What the buttons of the app's actions say. */
export const actions: Readonly<Record<DivinationAction, string>> = {
  recharge: '儲值點數',
  refreshHistory: '重新整理歷史紀錄',
  refreshNotifications: '重新整理通知',
  startNewSession: '開始新的占卜',
  restartCasting: '重新起卦',
  switchToTextInput: '改用文字輸入',
  bootstrapProfile: '建立個人資料',
  bootstrapInviteCode: '取得邀請碼',
}

export default messages

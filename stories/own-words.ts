/** The languages of the toolbar. */
export type Language = 'en' | 'zh-CN' | 'zh-TW'

/** The few words that belong to the stories themselves and not to the kit. */
export const ownWords: Record<Language, { readonly send: string; readonly fields: Readonly<Record<string, string>> }> =
  {
    en: {
      send: 'Send',
      fields: {
        otp: 'Code',
        audio: 'Recording',
        attachments: 'Pictures',
        avatar: 'Portrait',
        displayName: 'Name',
        birthDate: 'Date of birth',
        name: 'Name of the agent',
        model: 'Model',
        mission_id: 'Mission',
      },
    },
    'zh-CN': {
      send: '发送',
      fields: {
        otp: '验证码',
        audio: '录音',
        attachments: '图片',
        avatar: '头像',
        displayName: '名称',
        birthDate: '出生日期',
        name: '智能体名称',
        model: '模型',
        mission_id: '任务',
      },
    },
    'zh-TW': {
      send: '傳送',
      fields: {
        otp: '驗證碼',
        audio: '錄音',
        attachments: '圖片',
        avatar: '大頭照',
        displayName: '名稱',
        birthDate: '出生日期',
        name: '代理程式名稱',
        model: '模型',
        mission_id: '任務',
      },
    },
  }

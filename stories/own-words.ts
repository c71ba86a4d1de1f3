/** The languages of the toolbar, each named in itself. */
export const languages = {
  en: 'English',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  ja: '日本語',
  ko: '한국어',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
} as const

export type Language = keyof typeof languages

/** The few words that belong to the stories themselves and not to the kit. */
export interface OwnWords {
  readonly send: string
  readonly fields: Readonly<Record<string, string>>
}

const names = 'otp audio attachments avatar displayName birthDate name model mission_id'.split(' ')

export const ownWords: Readonly<Record<Language, OwnWords>> = {
  en: words('Send', 'Code, Recording, Pictures, Portrait, Name, Date of birth, Name of the agent, Model, Mission'),
  'zh-CN': words('发送', '验证码, 录音, 图片, 头像, 名称, 出生日期, 智能体名称, 模型, 任务'),
  'zh-TW': words('傳送', '驗證碼, 錄音, 圖片, 大頭照, 名稱, 出生日期, 代理程式名稱, 模型, 任務'),
  ja: words('送信', '認証コード, 録音, 画像, プロフィール画像, 名前, 生年月日, エージェントの名前, モデル, ミッション'),
  ko: words('보내기', '인증번호, 녹음, 사진, 프로필 사진, 이름, 생년월일, 에이전트 이름, 모델, 임무'),
  es: words(
    'Enviar',
    'Código, Grabación, Imágenes, Retrato, Nombre, Fecha de nacimiento, Nombre del agente, Modelo, Misión',
  ),
  fr: words(
    'Envoyer',
    'Code, Enregistrement, Images, Portrait, Nom, Date de naissance, Nom de l’agent, Modèle, Mission',
  ),
  de: words('Senden', 'Code, Aufnahme, Bilder, Porträt, Name, Geburtsdatum, Name des Agenten, Modell, Einsatz'),
  'pt-BR': words(
    'Enviar',
    'Código, Gravação, Imagens, Retrato, Nome, Data de nascimento, Nome do agente, Modelo, Missão',
  ),
  ar: words('إرسال', 'الرمز, التسجيل, الصور, الصورة الشخصية, الاسم, تاريخ الميلاد, اسم الوكيل, النموذج, المهمة'),
}

function words(send: string, fields: string): OwnWords {
  const labels = fields.split(', ')
  return { send, fields: Object.fromEntries(names.map((name, index) => [name, labels[index] ?? name])) }
}

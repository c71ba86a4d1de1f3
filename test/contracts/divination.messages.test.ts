import { describe, expect, it } from 'vitest'
import type { DivinationAction, DivinationCode } from '../../src/contracts/divination/codes.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import type { MessageModule } from '../../src/problem/contract.ts'
import { languages, type Language } from '../helpers/languages.ts'
import { describeMessages, spokenIn } from './message-laws.ts'

const spoken = spokenIn(
  import.meta.glob<MessageModule>('../../src/contracts/divination/messages/*.ts', { eager: true }),
)
const tags = Object.keys(spoken)
const actions: Readonly<Record<DivinationAction, true>> = {
  recharge: true,
  refreshHistory: true,
  refreshNotifications: true,
  startNewSession: true,
  restartCasting: true,
  switchToTextInput: true,
  bootstrapProfile: true,
  bootstrapInviteCode: true,
}

/** Title, message and hint of a code, as one text. */
function said(tag: string, code: DivinationCode): string {
  return Object.values(spoken[tag]?.default[code] ?? {}).join(' ')
}

describeMessages({ contract: divination, spoken, actions: Object.keys(actions), terms: {} })

it('the catalogue of divination has 52 codes', () => {
  expect(Object.keys(divination.catalogue)).toHaveLength(52)
})

describe.each(tags)('the divination messages in %s', (tag) => {
  it('say the same, and no cause, wherever a stored file lies outside the user’s own', () => {
    const messages = spoken[tag]?.default ?? {}
    expect(messages['AGENT_ATTACHMENT_BUCKET_INVALID']).toBe(messages['AGENT_ATTACHMENT_PATH_SCOPE_INVALID'])
    expect(messages['AVATAR_PATH_SCOPE_INVALID']).toBe(messages['AGENT_ATTACHMENT_PATH_SCOPE_INVALID'])
    expect(said(tag, 'AVATAR_PATH_SCOPE_INVALID')).not.toMatch(causes)
  })

  it('promise no time for another code: the countdown knows it', () => {
    expect(said(tag, 'AUTH_TOO_MANY_REQUESTS')).not.toMatch(/\d|\{\{/)
  })
})

// File, folder, path, storage, owner, permission, picture, attachment.
const causes = new RegExp(
  [
    'file|folder|path|storage|owner|permission|picture|attach|文件|檔案|路径|路徑|权限|權限|附件|头像|頭貼',
    'ファイル|フォルダ|パス|権限|画像|添付|파일|폴더|경로|권한|사진|첨부|ملف|مجلد|مسار|صلاحي|صورة|مرفق',
    'archivo|carpeta|ruta|permiso|imagen|adjunt|fichier|dossier|chemin|autorisation|photo|pièce',
    'datei|ordner|pfad|berechtigung|bild|anhang|arquivo|pasta|caminho|permissão|imagem|anexo',
  ].join('|'),
  'i',
)

const oldPictureStays: Readonly<Record<Language, string>> = {
  en: 'previous picture stays',
  'zh-CN': '原来',
  'zh-TW': '原本',
  ja: '以前の画像のまま',
  ko: '이전 사진이 그대로',
  es: 'se mantiene la foto anterior',
  fr: 'photo précédente reste',
  de: 'bisheriges Bild bleibt',
  'pt-BR': 'foto anterior continua',
  ar: 'ستبقى صورتك السابقة',
}

describe('what the document asks of single messages', () => {
  it.each<[DivinationCode, string, Readonly<Record<Language, string>>]>([
    [
      'AGENT_AUDIO_UNSUPPORTED_FORMAT',
      'names WAV',
      {
        en: 'WAV',
        'zh-CN': 'WAV',
        'zh-TW': 'WAV',
        ja: 'WAV',
        ko: 'WAV',
        es: 'WAV',
        fr: 'WAV',
        de: 'WAV',
        'pt-BR': 'WAV',
        ar: 'WAV',
      },
    ],
    [
      'AGENT_AUDIO_TOO_LARGE',
      'asks for a shorter recording',
      {
        en: 'Shorten',
        'zh-CN': '缩短',
        'zh-TW': '縮短',
        ja: '短く',
        ko: '줄이',
        es: 'Acórtela',
        fr: 'Raccourcissez',
        de: 'Kürzen',
        'pt-BR': 'Encurte',
        ar: 'أقصر',
      },
    ],
    [
      'AGENT_ATTACHMENT_TOO_LARGE',
      'asks for a smaller file',
      {
        en: 'smaller',
        'zh-CN': '更小',
        'zh-TW': '較小',
        ja: '小さい',
        ko: '더 작은',
        es: 'más pequeño',
        fr: 'plus petit',
        de: 'kleinere',
        'pt-BR': 'menor',
        ar: 'أصغر',
      },
    ],
    [
      'AGENT_SESSION_RUN_LIMIT_EXCEEDED',
      'says the limit',
      {
        en: 'first reading and one follow-up',
        'zh-CN': '首次解读和一次追问',
        'zh-TW': '第一次解讀和一次追問',
        ja: '最初の鑑定と追加の質問を一つ',
        ko: '첫 풀이와 추가 질문 하나',
        es: 'la primera lectura y una pregunta',
        fr: 'une première interprétation et une question',
        de: 'die erste Deutung und eine Nachfrage',
        'pt-BR': 'a primeira leitura e mais uma pergunta',
        ar: 'تفسيرًا أول وسؤال متابعة',
      },
    ],
    [
      'AGENT_ASR_UNAVAILABLE',
      'says that typing works',
      {
        en: 'type',
        'zh-CN': '文字输入',
        'zh-TW': '文字輸入',
        ja: '文字で',
        ko: '글로',
        es: 'escriba',
        fr: 'écrivez',
        de: 'tippen',
        'pt-BR': 'digite',
        ar: 'اكتب',
      },
    ],
    ['AVATAR_UPLOAD_FAILED', 'says that the old picture stays', oldPictureStays],
    ['AVATAR_SIGNED_URL_FAILED', 'says that the old picture stays', oldPictureStays],
    [
      'TOOL_PENDING_APPROVAL',
      'says that it waits',
      {
        en: 'waiting for approval',
        'zh-CN': '等待批准',
        'zh-TW': '等待核准',
        ja: '承認待ち',
        ko: '승인을 기다리',
        es: 'espera aprobación',
        fr: 'attend une approbation',
        de: 'wartet auf Genehmigung',
        'pt-BR': 'aguarda aprovação',
        ar: 'في انتظار الموافقة',
      },
    ],
    [
      'POINTS_INSUFFICIENT_BALANCE',
      'leads to more points',
      {
        en: 'Recharge',
        'zh-CN': '充值',
        'zh-TW': '儲值',
        ja: 'チャージ',
        ko: '충전',
        es: 'Recargue',
        fr: 'Rechargez',
        de: 'Laden Sie Punkte auf',
        'pt-BR': 'Recarregue',
        ar: 'اشحن',
      },
    ],
  ])('%s %s', (code, _, words) => {
    for (const tag of languages) expect(said(tag, code)).toContain(words[tag])
  })
})

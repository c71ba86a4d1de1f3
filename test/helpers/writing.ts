import { TextDecoder } from 'node:util'

/** The languages that the library is written in. */
export type Language = 'en' | 'zh-CN' | 'zh-TW'

/** Every text of a file of words, by where it stands: `statuses.404.title`. */
export function leaves(words: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`))
}

/** The placeholders of a text, sorted. */
export function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted()
}

/** What is wrong with the way a text is written; empty when nothing is. `path` tells what kind of text it is. */
export function complaints(language: Language, path: string, text: string): readonly string[] {
  const rules = [...everywhere, ...byLanguage[language]]
  return rules.filter((rule) => !rule.holds(text, path)).map(({ law }) => `${path}: ${law}: ${text}`)
}

interface Rule {
  readonly law: string
  holds(text: string, path: string): boolean
}

const isTitle = (path: string): boolean => path.endsWith('.title')
const isSentence = (path: string): boolean => /\.(message|hint)$/.test(path)
// The words before a field's problem are there to be heard, and are an "Error:" by WCAG's own advice.
const isPrefix = (path: string): boolean => /(errorPrefix|documentTitle)$/.test(path)

const everywhere: readonly Rule[] = [
  { law: 'says something', holds: (text) => text.trim() === text && text !== '' },
  { law: 'a title has at most 40 characters', holds: (text, path) => !isTitle(path) || text.length <= 40 },
  { law: 'a title has no full stop', holds: (text, path) => !isTitle(path) || !/[.。!！]$/.test(text) },
  { law: 'a message is of whole sentences', holds: (text, path) => !isSentence(path) || /[.。]$/.test(text) },
  { law: 'a message has at most 120 characters', holds: (text, path) => !isSentence(path) || text.length <= 120 },
  { law: 'no raw code', holds: (text) => !/[A-Z]{2,}_|\b[45]\d\d\b|undefined|null/.test(text) },
  { law: 'no markup', holds: (text) => !/[<>&]|\$t\(/.test(text) },
  { law: 'no shouting', holds: (text) => !/[!！]/.test(text) },
]

function avoids(law: string, pattern: RegExp): Rule {
  return { law, holds: (text, path) => isPrefix(path) || !pattern.test(text) }
}

const byLanguage: Readonly<Record<Language, readonly Rule[]>> = {
  en: [
    avoids('no blame', /\b(invalid|illegal|wrong|bad|incorrect|fail(s|ed|ure)?|forbidden|denied|unauthori[sz]ed)\b/i),
    avoids('no fuss', /\b(please|oops|sorry|unfortunately|fatal|error|went wrong)\b/i),
    avoids(
      'no jargon',
      /\b(token|payload|http|api|urls?|server|bucket|scope|parameter|session|upstream|runtime|otp)\b/i,
    ),
    avoids('typographic apostrophes', /'/),
  ],
  'zh-CN': [
    avoids('no blame', /无效|非法|失败|不正确|有误|错误/),
    avoids('no fuss', /(?<![邀申])请|抱歉|对不起|哎呀|糟糕|出错/),
    avoids('no jargon', /令牌|参数|接口|异常|请求|服务端|会话|载荷/),
    avoids('says 你', /您/),
    avoids('words of the mainland', /登入|网路|档案|储值|资讯|讯息|帐号|重新整理|大头贴/),
    avoids('punctuation of Chinese', /[,;:?"']|\.(?!\w)/),
    { law: 'is written in characters of the mainland', holds: (text) => isWrittenIn('gb2312', text) },
  ],
  'zh-TW': [
    avoids('no blame', /無效|非法|失敗|不正確|有誤|錯誤/),
    avoids('no fuss', /(?<![邀申])請|抱歉|對不起|哎呀|糟糕|出錯/),
    avoids('no jargon', /權杖|參數|介面|異常|請求|伺服端|會話|酬載/),
    avoids('says 您', /你/),
    avoids(
      'words of Taiwan',
      /服務器|登錄|網絡|文件|充值|信息|消息|賬|刷新|加載|保存|音頻|鏈接|用戶|頭像|標籤頁|通過|后|里/,
    ),
    avoids('punctuation of Chinese', /[,;:?"']|\.(?!\w)/),
    { law: 'is written in characters of Taiwan', holds: (text) => isWrittenIn('big5', text) },
  ],
}

// The national character sets of the 1980s hold one form of each character: what is outside is the other form.
const charsets: Readonly<Record<'gb2312' | 'big5', ReadonlySet<string>>> = {
  gb2312: charactersOf('gbk', 0xb0, 0xf7, 0xa1),
  big5: charactersOf('big5', 0xa4, 0xf9, 0x40),
}

function isWrittenIn(charset: 'gb2312' | 'big5', text: string): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).every((character) => charsets[charset].has(character))
}

function charactersOf(encoding: string, firstLead: number, lastLead: number, firstTrail: number): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding)
  const characters = new Set<string>()
  for (let lead = firstLead; lead <= lastLead; lead++)
    for (let trail = firstTrail; trail <= 0xfe; trail++) characters.add(decoder.decode(Uint8Array.of(lead, trail)))
  return characters
}

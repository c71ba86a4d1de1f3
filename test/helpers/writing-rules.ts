import { isWrittenIn } from './charsets.ts'
import type { Language } from './languages.ts'

/** One thing that is asked of every text of a language. */
export interface Rule {
  readonly law: string
  holds(text: string, path: string): boolean
}

// The words before a field's problem are there to be heard, and are an "Error:" by WCAG's own advice.
const isPrefix = (path: string): boolean => /(errorPrefix|documentTitle)$/.test(path)
const isSentence = (path: string): boolean => /\.(message|hint)$/.test(path)

function avoids(law: string, pattern: RegExp): Rule {
  return { law, holds: (text, path) => isPrefix(path) || !pattern.test(text) }
}

function ends(law: string, pattern: RegExp): Rule {
  const sentences = (text: string) => text.match(/[^.。]+[.。]?/g) ?? []
  return { law, holds: (text, path) => !isSentence(path) || sentences(text).every((each) => pattern.test(each)) }
}

// In languages whose letters \b does not know, a word ends where no letter follows.
function words(list: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(${list})(?!\p{L})`, 'iu')
}

/** What the writing of each language must keep to. */
export const rulesOf: Readonly<Record<Language, readonly Rule[]>> = {
  en: [
    avoids('no blame', words('invalid|illegal|wrong|bad|incorrect|fail(s|ed|ure)?|forbidden|denied|unauthori[sz]ed')),
    avoids('no fuss', words('please|oops|sorry|unfortunately|fatal|error|went wrong')),
    avoids(
      'no jargon',
      words('token|payload|http|api|urls?|server|bucket|scope|parameter|session|upstream|runtime|otp'),
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
  ja: [
    avoids('no blame', /無効|不正|失敗|誤り|間違|違反|拒否|禁止|エラー/),
    avoids('no fuss', /申し訳|すみません|ごめん|残念|おっと|あいにく|恐れ入り|致命的/),
    avoids('no jargon', /トークン|サーバー?|リクエスト|レスポンス|パラメータ|セッション|ペイロード|例外|異常|認証情報/),
    ends('speaks politely', /(ます|です|ください|ません|ました|でした)(（[^）]*）)?。$/),
    avoids('says nothing to a “you” by name', /あなた|君|貴方/),
    avoids('punctuation of Japanese', /[,;:?"'，；]|\.(?!\w)/),
    { law: 'is written in characters of Japan', holds: (text) => isWrittenIn('shift_jis', text) },
  ],
  ko: [
    avoids('no blame', /잘못|실패|오류|에러|유효하지|무효|올바르지|틀[린렸]|거부|금지|불법/),
    avoids('no fuss', /죄송|미안|유감|안타깝|아쉽|이런|앗|제발|부디|치명/),
    avoids('no jargon', /토큰|서버|파라미터|매개변수|세션|페이로드|예외|인터페이스|인증 정보/),
    ends('speaks politely, as one person to another', /요(\([^)]*\))?\.$/),
    avoids('says nothing to a “you” by name', /당신|귀하/),
    avoids('punctuation of Korean', /[;"'、。，：；？]/),
    { law: 'is written in Hangul', holds: (text) => !/\p{Script=Han}/u.test(text) },
  ],
  es: [
    avoids('no blame', words('(in)?válid[oa]s?|incorrect[oa]s?|erróne[oa]s?|fall[oóaó]|fallid[oa]s?|equivocad[oa]s?')),
    avoids('no blame', words('prohibid[oa]s?|denegad[oa]s?|rechazad[oa]s?|ilegal(es)?|error(es)?')),
    avoids('no fuss', words('por favor|lo sentimos|perdón|disculp[ae]\\p{L}*|lamentablemente|ups|vaya|fatal')),
    avoids('no jargon', words('tokens?|servidor(es)?|petición|peticiones|api|urls?|http|parámetros?|excepción')),
    avoids('says usted', words('tú|tus?|te|ti|contigo|tuy[oa]s?')),
    avoids('punctuation of Spanish', /["'“”]/),
  ],
  fr: [
    avoids('no blame', words('(in)?valides?|incorrecte?s?|erronée?s?|faux|fausse|échec|échou\\p{L}+|mauvaise?s?')),
    avoids('no blame', words('interdite?s?|refusée?s?|illégale?s?|non autorisée?s?|erreurs?')),
    avoids('no fuss', words('veuillez|merci|désolée?s?|oups|malheureusement|excus\\p{L}+|pardon|fatale?')),
    avoids('no jargon', words('jetons?|serveurs?|requêtes?|api|urls?|http|paramètres?|exception|charge utile')),
    avoids('says vous', words('tu|te|toi|ton|ta|tes|tien(ne)?s?')),
    avoids('typographic apostrophes and quotes', /['"]/),
    avoids('a narrow space before ; : ? and within « »', /(?<![\u00a0\u202f])[;:?»]|«(?![\u00a0\u202f])/u),
  ],
  de: [
    avoids(
      'no blame',
      words('(un)?gültige?[rns]?|falsche?[rsn]?|fehl(er|ge|schl)\\p{L}*|gescheitert|scheitert|inkorrekt'),
    ),
    avoids('no blame', words('verboten|verweigert|unzulässig|unbefugt|illegal')),
    avoids('no fuss', words('bitte|leider|sorry|entschuldig\\p{L}*|ups|hoppla|fatal|schiefgegangen')),
    avoids('no jargon', words('tokens?|servers?|api|urls?|http|parameter|sessions?|payload|ausnahme')),
    avoids('says Sie', words('du|dich|dir|dein\\p{L}*|euch|euer')),
    avoids('punctuation of German', /['"”]/),
  ],
  'pt-BR': [
    avoids('no blame', words('(in)?válid[oa]s?|incorret[oa]s?|errad[oa]s?|erros?|falh\\p{L}+|ilega(l|is)')),
    avoids('no blame', words('proibid[oa]s?|negad[oa]s?|recusad[oa]s?|rejeitad[oa]s?')),
    avoids('no fuss', words('por favor|desculp\\p{L}+|lamentamos|infelizmente|ops|opa|fatal')),
    avoids('no jargon', words('tokens?|servidor(es)?|requisiç\\p{L}+|api|urls?|http|parâmetros?|exceção|payload')),
    avoids('says você', words('tu|te|ti|contigo|teus?|tuas?')),
    avoids('words of Brazil', words('ficheiros?|ecrã|telemóvel|utilizador(es)?|palavra-passe|a carregar')),
    avoids('punctuation of Portuguese', /["']/),
  ],
  ar: [
    avoids('no blame', /خطأ|أخطأ|خاطئ|غير (صالح|صحيح|مصرح|قانوني)|فشل|تعذر عليك|مرفوض|رفض|ممنوع|محظور/),
    avoids('no fuss', /عذر|آسف|نأسف|للأسف|يرجى|يُرجى|الرجاء|رجاء|فضلك|عفو|قاتل/),
    avoids('no jargon', /خادم|جلسة|معلمة|بروتوكول|واجهة برمجة|حمولة|استثناء|رمز مميز/),
    avoids('punctuation of Arabic', /[,;?"'“”]/),
    avoids('plain letters of Arabic, unstretched', /[\u0640\u06a9\u06cc\u067e\u0686\u06af]/),
    avoids('tanwin before its alef', /اً/),
    avoids('digits of its Intl', /[٠-٩۰-۹]/),
  ],
}

import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../helpers/languages.ts'
import { complaints } from '../helpers/writing.ts'
import { rulesOf } from '../helpers/writing-rules.ts'

/** What breaks a law of its language: law, text, and where it stands if not in a message. */
type Broken = readonly [law: string, text: string, path?: string]

const broken: Readonly<Record<Language, readonly Broken[]>> = {
  en: [
    ['no blame', 'The token is invalid.'],
    ['no fuss', 'Please try again.'],
    ['no fuss', 'Oops', 'a.title'],
    ['no jargon', 'The payload was not read.'],
    ['typographic apostrophes', "It isn't there."],
    ['a title has at most 40 characters', 'This title is far too long to be read at a glance', 'a.title'],
    ['a title has no full stop', 'It stopped.', 'a.title'],
    ['a message is of whole sentences', 'Try again'],
    ['no raw code', 'AUTH_UNAUTHORIZED.'],
    ['no raw code', 'The answer was 503.'],
    ['no markup', '<b>Try</b> again.'],
    ['no shouting', 'Try again!'],
    ['no double space', 'Try  again.'],
    ['says something', ''],
    ['composed characters', 'A cafe\u0301.'],
    ['a message has at most 120 characters', `${'Try it again. '.repeat(9)}Wait.`],
  ],
  'zh-CN': [
    ['no blame', '登录失败。'],
    ['no fuss', '请重试。'],
    ['no jargon', '会话结束了。'],
    ['says 你', '欢迎您。'],
    ['words of the mainland', '重新登入。'],
    ['punctuation of Chinese', '稍等,再试一次。'],
    ['is written in characters of the mainland', '檢查網路。'],
    ['no English left over', 'Try 一次。'],
  ],
  'zh-TW': [
    ['no blame', '登入失敗。'],
    ['no fuss', '請重試。'],
    ['no jargon', '會話結束了。'],
    ['says 您', '等你回來。'],
    ['words of Taiwan', '網絡中斷。'],
    ['punctuation of Chinese', '稍候,再試一次。'],
    ['is written in characters of Taiwan', '检查连线。'],
    ['no English left over', 'Try 一次。'],
  ],
  ja: [
    ['no blame', '入力に誤りがあります。'],
    ['no fuss', '申し訳ございません。'],
    ['no jargon', 'サーバーに接続できません。'],
    ['speaks politely', 'もう一度試せ。'],
    ['says nothing to a “you” by name', 'あなたの写真です。'],
    ['punctuation of Japanese', '確認して,お試しください。'],
    ['is written in characters of Japan', '檢査します。'],
    ['no English left over', 'もう一度 login してください。'],
  ],
  ko: [
    ['no blame', '잘못된 값이에요.'],
    ['no fuss', '죄송해요.'],
    ['no jargon', '서버에 연결할 수 없어요.'],
    ['speaks politely, as one person to another', '다시 시도하십시오.'],
    ['says nothing to a “you” by name', '당신의 사진이에요.'],
    ['punctuation of Korean', '확인한 뒤， 다시 시도해 주세요.'],
    ['is written in Hangul', '確認해 주세요.'],
    ['no English left over', '다시 login해 주세요.'],
  ],
  es: [
    ['no blame', 'El código no es válido.'],
    ['no blame', 'Se produjo un error.'],
    ['no fuss', 'Por favor, espere.'],
    ['no jargon', 'El servidor no responde.'],
    ['says usted', 'Revisa tu conexión.'],
    ['punctuation of Spanish', 'Pulse "Aceptar".'],
    ['no English left over', 'Vuelva a intentarlo again.'],
    ['a message has at most 140 characters', `${'Inténtelo otra vez. '.repeat(7)}Espere.`],
  ],
  fr: [
    ['no blame', 'Ce code est incorrect.'],
    ['no blame', 'L’accès est interdit.'],
    ['no fuss', 'Veuillez patienter.'],
    ['no jargon', 'Le serveur ne répond pas.'],
    ['says vous', 'Vérifie ta connexion.'],
    ['typographic apostrophes and quotes', "L'image est trop grande."],
    ['a narrow space before ; : ? and within « »', 'Attendez ; puis réessayez.'],
    ['no English left over', 'Réessayez with ce fichier.'],
  ],
  de: [
    ['no blame', 'Der Code ist ungültig.'],
    ['no blame', 'Der Zugriff wurde verweigert.'],
    ['no fuss', 'Bitte warten Sie.'],
    ['no jargon', 'Der Server antwortet nicht.'],
    ['says Sie', 'Prüf deine Verbindung.'],
    ['punctuation of German', 'Wählen Sie "Senden".'],
    ['no English left over', 'Versuchen Sie it noch einmal.'],
  ],
  'pt-BR': [
    ['no blame', 'O código é inválido.'],
    ['no blame', 'O acesso foi negado.'],
    ['no fuss', 'Desculpe o incômodo.'],
    ['no jargon', 'O servidor não responde.'],
    ['says você', 'Verifica a tua conexão.'],
    ['words of Brazil', 'Escolha outro ficheiro.'],
    ['punctuation of Portuguese', 'Toque em "Enviar".'],
    ['no English left over', 'Tente again.'],
  ],
  ar: [
    ['no blame', 'الرمز غير صحيح.'],
    ['no fuss', 'نأسف لذلك.'],
    ['no jargon', 'الخادم لا يستجيب.'],
    ['punctuation of Arabic', 'انتظر, ثم حاول.'],
    ['plain letters of Arabic, unstretched', 'انتظـر قليلًا.'],
    ['tanwin before its alef', 'انتظر قليلاً.'],
    ['digits of its Intl', 'بقي ٣ ملفات.'],
    ['no English left over', 'حاول again.'],
  ],
}

describe.each(languages)('the rules of writing in %s', (tag) => {
  it.for(broken[tag])('find what breaks "%s": %s', ([law, text, path = 'a.message']) => {
    expect(complaints(tag, path, text)).toContain(`${path}: ${law}: ${text}`)
  })

  it('are each seen to find something', () => {
    const seen = new Set(broken[tag].map(([law]) => law))
    expect(rulesOf[tag].map(({ law }) => law).filter((law) => !seen.has(law))).toEqual([])
  })
})

import type { Message } from 'react-remedy'
import type { Language } from '../i18n.ts'

interface OwnWords {
  readonly AUTH_SESSION_IDLE: Message
  readonly AUTH_SIGN_IN_TOO_OLD: Message
}

/** Words for the two codes that this application adds to the contract, in every language that the contract speaks. */
export const ownCodes: Record<Language, OwnWords> = {
  en: words(
    ['Your sign-in has run out', 'Sign in again to continue.'],
    ['This needs a recent sign-in', 'Sign in once more to confirm that it’s you.'],
  ),
  'zh-CN': words(['登录已过期', '重新登录后即可继续。'], ['此操作需要近期登录', '请再次登录，确认是你本人。']),
  'zh-TW': words(['登入已過期', '重新登入後即可繼續。'], ['此操作需要近期登入', '請再次登入，確認是您本人。']),
  ja: words(
    ['ログインの有効期限が切れました', '続けるには、もう一度ログインしてください。'],
    ['本人確認が必要です', '続けるには、もう一度ログインしてください。'],
  ),
  ko: words(
    ['로그인이 만료되었어요', '계속하려면 다시 로그인해 주세요.'],
    ['본인 확인이 필요해요', '계속하려면 한 번 더 로그인해 주세요.'],
  ),
  es: words(
    ['Su sesión ha caducado', 'Inicie sesión de nuevo para continuar.'],
    ['Esto requiere un inicio de sesión reciente', 'Inicie sesión otra vez para confirmar que es usted.'],
  ),
  fr: words(
    ['Votre session a expiré', 'Reconnectez-vous pour continuer.'],
    ['Cette action demande une connexion récente', 'Reconnectez-vous pour confirmer qu’il s’agit bien de vous.'],
  ),
  de: words(
    ['Ihre Anmeldung ist abgelaufen', 'Melden Sie sich wieder an, um fortzufahren.'],
    ['Dafür ist eine frische Anmeldung nötig', 'Melden Sie sich noch einmal an, um zu bestätigen, dass Sie es sind.'],
  ),
  'pt-BR': words(
    ['Sua sessão expirou', 'Entre novamente para continuar.'],
    ['Isto exige um acesso recente', 'Entre mais uma vez para confirmar que é você.'],
  ),
  ar: words(
    ['انتهت صلاحية تسجيل دخولك', 'سجّل الدخول مرة أخرى للمتابعة.'],
    ['يتطلب هذا تسجيل دخول حديثًا', 'سجّل الدخول مرة أخرى لتأكيد هويتك.'],
  ),
}

type Pair = readonly [title: string, message: string]

function words(idle: Pair, tooOld: Pair): OwnWords {
  return { AUTH_SESSION_IDLE: said(idle), AUTH_SIGN_IN_TOO_OLD: said(tooOld) }
}

function said([title, message]: Pair): Message {
  return { title, message }
}

import { qoder, type QoderAction } from '../../src/contracts/qoder/index.ts'
import type { MessageModule } from '../../src/problem/contract.ts'
import { describeMessages, spokenIn } from './message-laws.ts'

const actions: Readonly<Record<QoderAction, true>> = { updateToken: true, startNewSession: true, enableFeature: true }

describeMessages({
  contract: qoder,
  spoken: spokenIn(import.meta.glob<MessageModule>('../../src/contracts/qoder/messages/*.ts', { eager: true })),
  actions: Object.keys(actions),
  terms: {
    en: ['access token', 'Bearer token', 'x-api-key', 'session'],
    'zh-CN': ['访问令牌', 'x-api-key', '会话'],
    'zh-TW': ['存取權杖', '權杖', 'x-api-key'],
    ja: ['アクセストークン', 'x-api-key', 'セッション'],
    ko: ['액세스 토큰', 'x-api-key', '세션'],
    es: ['token de acceso', 'token Bearer', 'x-api-key'],
    fr: ['jeton d’accès', 'jeton Bearer', 'x-api-key'],
    de: ['Bearer-Token', 'x-api-key'],
    'pt-BR': ['token de acesso', 'token Bearer', 'x-api-key'],
    ar: ['رمز الوصول', 'x-api-key', 'الجلسة', 'جلسة'],
  },
})

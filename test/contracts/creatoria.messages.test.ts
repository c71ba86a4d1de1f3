import { creatoria, type CreatoriaAction } from '../../src/contracts/creatoria/index.ts'
import type { MessageModule } from '../../src/problem/contract.ts'
import { describeMessages, spokenIn } from './message-laws.ts'

const actions: Readonly<Record<CreatoriaAction, true>> = { updateApiKey: true, chooseProject: true }

describeMessages({
  contract: creatoria,
  spoken: spokenIn(import.meta.glob<MessageModule>('../../src/contracts/creatoria/messages/*.ts', { eager: true })),
  actions: Object.keys(actions),
  terms: {
    en: ['API key', 'X-API-Key'],
    'zh-CN': ['X-API-Key', 'API Key'],
    'zh-TW': ['X-API-Key', 'API 金鑰'],
    ja: ['X-API-Key', 'API キー'],
    ko: ['X-API-Key', 'API 키'],
    es: ['X-API-Key', 'clave de API'],
    fr: ['X-API-Key', 'clé API'],
    de: ['X-API-Key', 'API-Schlüssel'],
    'pt-BR': ['X-API-Key', 'chave de API'],
    ar: ['X-API-Key', 'مفتاح API'],
  },
})

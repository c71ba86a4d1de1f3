import { creatoria, type CreatoriaAction } from '../../src/contracts/creatoria/index.ts'
import * as en from '../../src/contracts/creatoria/messages/en.ts'
import * as zhCN from '../../src/contracts/creatoria/messages/zh-CN.ts'
import * as zhTW from '../../src/contracts/creatoria/messages/zh-TW.ts'
import { describeMessages } from './message-laws.ts'

const actions: Readonly<Record<CreatoriaAction, true>> = { updateApiKey: true, chooseProject: true }

describeMessages({
  contract: creatoria,
  languages: { en, 'zh-CN': zhCN, 'zh-TW': zhTW },
  actions: Object.keys(actions),
  terms: { en: ['API key', 'X-API-Key'], 'zh-CN': ['X-API-Key', 'API Key'], 'zh-TW': ['X-API-Key', 'API 金鑰'] },
})

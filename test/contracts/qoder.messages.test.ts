import { qoder, type QoderAction } from '../../src/contracts/qoder/index.ts'
import * as en from '../../src/contracts/qoder/messages/en.ts'
import * as zhCN from '../../src/contracts/qoder/messages/zh-CN.ts'
import * as zhTW from '../../src/contracts/qoder/messages/zh-TW.ts'
import { describeMessages } from './message-laws.ts'

const actions: Readonly<Record<QoderAction, true>> = { updateToken: true, startNewSession: true, enableFeature: true }

describeMessages({
  contract: qoder,
  languages: { en, 'zh-CN': zhCN, 'zh-TW': zhTW },
  actions: Object.keys(actions),
  terms: {
    en: ['access token', 'Bearer token', 'x-api-key', 'session'],
    'zh-CN': ['访问令牌', 'x-api-key', '会话'],
    'zh-TW': ['存取權杖', '權杖', 'x-api-key'],
  },
})

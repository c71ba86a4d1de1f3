import { resq, type ResqAction } from '../../src/contracts/resq/index.ts'
import * as en from '../../src/contracts/resq/messages/en.ts'
import * as zhCN from '../../src/contracts/resq/messages/zh-CN.ts'
import * as zhTW from '../../src/contracts/resq/messages/zh-TW.ts'
import { describeMessages } from './message-laws.ts'

const actions: Readonly<Record<ResqAction, true>> = { fileReport: true }

describeMessages({
  contract: resq,
  languages: { en, 'zh-CN': zhCN, 'zh-TW': zhTW },
  actions: Object.keys(actions),
  terms: { en: [], 'zh-CN': [], 'zh-TW': [] },
})

import { resq, type ResqAction } from '../../src/contracts/resq/index.ts'
import type { MessageModule } from '../../src/problem/contract.ts'
import { describeMessages, spokenIn } from './message-laws.ts'

const actions: Readonly<Record<ResqAction, true>> = { fileReport: true }

describeMessages({
  contract: resq,
  spoken: spokenIn(import.meta.glob<MessageModule>('../../src/contracts/resq/messages/*.ts', { eager: true })),
  actions: Object.keys(actions),
  terms: {},
})

import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { DivinationAction, DivinationCode } from '../../src/contracts/divination/codes.ts'
import { divination } from '../../src/contracts/divination/index.ts'
import * as en from '../../src/contracts/divination/messages/en.ts'
import * as zhCN from '../../src/contracts/divination/messages/zh-CN.ts'
import * as zhTW from '../../src/contracts/divination/messages/zh-TW.ts'
import { complaints, leaves, placeholders, type Language } from '../helpers/writing.ts'

const languages: Readonly<Record<Language, typeof en>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW }
const tags: readonly Language[] = ['en', 'zh-CN', 'zh-TW']
const codes = Object.keys(divination.catalogue) as DivinationCode[]
const actionNames: Readonly<Record<DivinationAction, true>> = {
  recharge: true,
  refreshHistory: true,
  refreshNotifications: true,
  startNewSession: true,
  restartCasting: true,
  switchToTextInput: true,
  bootstrapProfile: true,
  bootstrapInviteCode: true,
}

/** Title, message and hint of a code, as one text. */
function said(tag: Language, code: DivinationCode): string {
  return Object.values(languages[tag].default[code]).join(' ')
}

describe.each(tags)('the divination messages in %s', (tag) => {
  const { default: messages, actions } = languages[tag]

  it('are what the contract loads for that language', async () => {
    const module = await divination.messages?.[tag]?.()
    expect(module?.default).toBe(messages)
    expect(module?.actions).toBe(actions)
  })

  it('have words for every code of the catalogue, and for no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(codes.toSorted())
    expect(codes).toHaveLength(52)
    for (const code of codes)
      expect(messages[code]).toMatchObject({ title: expect.any(String), message: expect.any(String) })
  })

  it('label every action of the app, and no other', () => {
    expect(Object.keys(actions).toSorted()).toEqual(Object.keys(actionNames).toSorted())
  })

  it('are calm, plain and in the language’s own writing', () => {
    const texts = [...leaves(messages), ...leaves(actions, 'actions')]
    expect(texts.flatMap(([path, text]) => complaints(tag, path, text))).toEqual([])
  })

  it('have the same members and placeholders as in English', () => {
    const shape = (all: typeof messages) => leaves(all).map(([path, text]) => [path, ...placeholders(text)].join(' '))
    expect(shape(messages).toSorted()).toEqual(shape(en.default).toSorted())
  })

  it('share words by reference where English does, and nowhere else', () => {
    const groups = (all: typeof messages) => {
      const sharing = new Set(codes.map((code) => codes.filter((other) => all[other] === all[code]).join(' ')))
      return [...sharing].toSorted()
    }
    expect(groups(messages)).toEqual(groups(en.default))
    expect(new Set(codes.map((code) => JSON.stringify(messages[code]))).size).toBe(groups(messages).length)
  })

  it('say the same, and no cause, wherever a stored file lies outside the user’s own', () => {
    expect(messages.AGENT_ATTACHMENT_BUCKET_INVALID).toBe(messages.AGENT_ATTACHMENT_PATH_SCOPE_INVALID)
    expect(messages.AVATAR_PATH_SCOPE_INVALID).toBe(messages.AGENT_ATTACHMENT_PATH_SCOPE_INVALID)
    const cause =
      /file|folder|path|storage|owner|permission|picture|attach|文件|檔案|路径|路徑|权限|權限|附件|头像|頭貼/i
    expect(said(tag, 'AVATAR_PATH_SCOPE_INVALID')).not.toMatch(cause)
  })

  it('promise no time, because the countdown beside them knows it, or nobody does', () => {
    expect(said(tag, 'AUTH_TOO_MANY_REQUESTS')).not.toMatch(/\d|\{\{/)
  })

  it('are at most 4 kB over the wire', () => {
    const source = readFileSync(`src/contracts/divination/messages/${tag}.ts`)
    expect(brotliCompressSync(source).length).toBeLessThanOrEqual(4 * 1024)
  })
})

describe('what the document asks of single messages', () => {
  it.each<[DivinationCode, string, Readonly<Record<Language, RegExp>>]>([
    ['AGENT_AUDIO_UNSUPPORTED_FORMAT', 'names WAV', { en: /WAV/, 'zh-CN': /WAV/, 'zh-TW': /WAV/ }],
    ['AGENT_AUDIO_TOO_LARGE', 'asks for a shorter recording', { en: /shorten/i, 'zh-CN': /缩短/, 'zh-TW': /縮短/ }],
    ['AGENT_ATTACHMENT_TOO_LARGE', 'asks for a smaller file', { en: /smaller/, 'zh-CN': /更小/, 'zh-TW': /較小/ }],
    [
      'AGENT_SESSION_RUN_LIMIT_EXCEEDED',
      'says the limit',
      { en: /first reading and one follow-up/, 'zh-CN': /首次解读和一次追问/, 'zh-TW': /第一次解讀和一次追問/ },
    ],
    ['AGENT_ASR_UNAVAILABLE', 'says that typing works', { en: /type/, 'zh-CN': /文字输入/, 'zh-TW': /文字輸入/ }],
    [
      'AVATAR_UPLOAD_FAILED',
      'says that the old picture stays',
      { en: /previous picture stays/, 'zh-CN': /原来/, 'zh-TW': /原本/ },
    ],
    [
      'AVATAR_SIGNED_URL_FAILED',
      'says that the old picture stays',
      { en: /previous picture stays/, 'zh-CN': /原来/, 'zh-TW': /原本/ },
    ],
    [
      'TOOL_PENDING_APPROVAL',
      'says that it waits',
      { en: /waiting for approval/, 'zh-CN': /等待批准/, 'zh-TW': /等待核准/ },
    ],
    ['POINTS_INSUFFICIENT_BALANCE', 'leads to more points', { en: /recharge/i, 'zh-CN': /充值/, 'zh-TW': /儲值/ }],
  ])('%s %s', (code, _, patterns) => {
    for (const tag of tags) expect(said(tag, code)).toMatch(patterns[tag])
  })
})

import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Contract, MessageModule } from '../../src/problem/contract.ts'
import { complaints, leaves, placeholders, type Language } from '../helpers/writing.ts'

/** What the messages of one backend are checked against. */
export interface Written {
  readonly contract: Contract
  readonly languages: Readonly<Record<Language, MessageModule>>
  readonly actions: readonly string[]
  /** What its users know by this name, and have to find again: no jargon here. */
  readonly terms: Readonly<Record<Language, readonly string[]>>
}

const tags: readonly Language[] = ['en', 'zh-CN', 'zh-TW']

/** The laws that the messages of every backend keep. */
export function describeMessages({ contract, languages, actions, terms }: Written): void {
  const codes = Object.keys(contract.catalogue)

  describe.each(tags)(`the ${contract.name} messages in %s`, (tag) => {
    const { default: messages, actions: labels = {} } = languages[tag]

    it('are what the contract loads for that language', async () => {
      expect(Object.keys(contract.messages ?? {})).toEqual(tags)
      const module = await contract.messages?.[tag]?.()
      expect(module?.default).toBe(messages)
      expect(module?.actions).toBe(labels)
    })

    it('have words for every code of the catalogue, and for no other', () => {
      expect(Object.keys(messages).toSorted()).toEqual(codes.toSorted())
      for (const code of codes)
        expect(messages[code]).toMatchObject({ title: expect.any(String), message: expect.any(String) })
    })

    it('label every action of the app, and no other', () => {
      expect(Object.keys(labels).toSorted()).toEqual(actions.toSorted())
    })

    it('are calm, plain and in the language’s own writing', () => {
      const texts = [...leaves(messages), ...leaves(labels, 'actions')]
      const known = (text: string) => terms[tag].reduce((rest, term) => rest.replaceAll(term, ''), text).trim()
      expect(texts.flatMap(([path, text]) => complaints(tag, path, known(text)))).toEqual([])
      expect(terms[tag].filter((term) => !texts.some(([, text]) => text.includes(term)))).toEqual([])
    })

    it('have the same members and placeholders as in English', () => {
      const shape = (all: object) => leaves(all).map(([path, text]) => [path, ...placeholders(text)].join(' '))
      expect(shape(messages).toSorted()).toEqual(shape(languages.en.default).toSorted())
    })

    it('promise no time, because the countdown beside them knows it, or nobody does', () => {
      for (const [path, text] of leaves(messages)) expect(text, path).not.toMatch(/\d+ ?(s|min|sec|秒|分)|\{\{duration/)
    })

    it('are at most 4 kB over the wire', () => {
      const source = readFileSync(`src/contracts/${contract.name}/messages/${tag}.ts`)
      expect(brotliCompressSync(source).length).toBeLessThanOrEqual(4 * 1024)
    })
  })
}

import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Contract, MessageModule } from '../../src/problem/contract.ts'
import { languages, type Language } from '../helpers/languages.ts'
import { complaints, leaves, placeholders } from '../helpers/writing.ts'

/** The messages of one backend: their files by language. */
export type Spoken = Readonly<Record<string, MessageModule>>

/** What the messages of one backend are checked against. */
export interface Written {
  readonly contract: Contract
  readonly spoken: Spoken
  readonly actions: readonly string[]
  /** What its users know by this name, and have to find again: no jargon here. */
  readonly terms: Partial<Readonly<Record<Language, readonly string[]>>>
}

/** The files of a folder of messages by their language, from what a glob found. */
export function spokenIn(files: Readonly<Record<string, MessageModule>>): Spoken {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [/([\w-]+)\.ts$/.exec(path)?.[1] ?? path, file]),
  )
}

/** The laws that the messages of every backend keep, in every language. */
export function describeMessages({ contract, spoken, actions, terms }: Written): void {
  const codes = Object.keys(contract.catalogue)
  const english = spoken['en']?.default ?? {}

  it(`the ${contract.name} messages are there in ten languages`, () => {
    expect(Object.keys(spoken).toSorted()).toEqual(languages.toSorted())
    expect(Object.keys(contract.messages ?? {}).toSorted()).toEqual(languages.toSorted())
  })

  describe.each(Object.keys(spoken) as Language[])(`the ${contract.name} messages in %s`, (tag) => {
    const { default: messages = {}, actions: labels = {} } = spoken[tag] ?? {}
    const texts = [...leaves(messages), ...leaves(labels, 'actions')]

    it('are what the contract loads for that language', async () => {
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
      const known = terms[tag] ?? []
      const bare = (text: string) => known.reduce((rest, term) => rest.replaceAll(term, '·'.repeat(term.length)), text)
      expect(texts.flatMap(([path, text]) => complaints(tag, path, bare(text)))).toEqual([])
      expect(known.filter((term) => !texts.some(([, text]) => text.includes(term)))).toEqual([])
    })

    it('say nothing as English says it', () => {
      const said = new Map([...leaves(english), ...leaves(spoken['en']?.actions, 'actions')])
      expect(tag === 'en' ? [] : texts.filter(([path, text]) => said.get(path) === text)).toEqual([])
    })

    it('have the same members and placeholders as in English', () => {
      const shape = (all: object) => leaves(all).map(([path, text]) => [path, ...placeholders(text)].join(' '))
      expect(shape(messages).toSorted()).toEqual(shape(english).toSorted())
    })

    it('share words by reference where English does, and nowhere else', () => {
      const groups = (all: MessageModule['default']) => {
        const sharing = new Set(codes.map((code) => codes.filter((other) => all[other] === all[code]).join(' ')))
        return [...sharing].toSorted()
      }
      expect(groups(messages)).toEqual(groups(english))
      expect(new Set(codes.map((code) => JSON.stringify(messages[code]))).size).toBe(groups(messages).length)
    })

    it('promise no time, because the countdown beside them knows it, or nobody does', () => {
      for (const [path, text] of leaves(messages))
        expect(text, path).not.toMatch(/\d+ ?(s\b|min|sec|seg|Sek|秒|分|초|ثا|ثوا|دق)|\{\{duration/)
    })

    it('are at most 4 kB over the wire', () => {
      const source = readFileSync(`src/contracts/${contract.name}/messages/${tag}.ts`)
      expect(brotliCompressSync(source).length).toBeLessThanOrEqual(4000)
    })
  })
}

import { TextDecoder } from 'node:util'

type Charset = 'gb2312' | 'big5' | 'shift_jis'

/** Is every Han character of a text one that the country's own character set holds? */
export function isWrittenIn(charset: Charset, text: string): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).every((each) => each === '々' || charsets[charset].has(each))
}

// The national character sets of the 1980s hold one form of each character: what is outside is the other form. That of
// Japan has the old forms too, from its second level on.
const charsets: Readonly<Record<Charset, ReadonlySet<string>>> = {
  gb2312: charactersOf('gbk', [0xb0a1, 0xf7fe], 0xa1),
  big5: charactersOf('big5', [0xa440, 0xf9fe], 0x40),
  shift_jis: charactersOf('shift_jis', [0x889f, 0x9872], 0x40),
}

function charactersOf(encoding: string, [first, last]: readonly [number, number], trails: number): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding)
  const characters = new Set<string>()
  for (let code = first; code <= last; code++)
    if ((code & 0xff) >= trails) characters.add(decoder.decode(Uint8Array.of(code >> 8, code & 0xff)))
  return characters
}

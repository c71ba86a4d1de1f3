/** Bytes → text: the byte order mark decides, then the declared charset, then the zeros of UTF-16, else UTF-8. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  try {
    return new TextDecoder(charsetOf(bytes, contentType)).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes) // a charset nobody knows
  }
}

function charsetOf(bytes: Uint8Array, contentType: string): string {
  const [first, second] = bytes
  if (first === 0xef && second === 0xbb) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const declared = /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType)?.[1]
  if (declared !== undefined) return declared
  // JSON begins with an ASCII character, so a zero beside it can only be the other half of it.
  if (first === 0 && second !== 0) return 'utf-16be'
  return second === 0 ? 'utf-16le' : 'utf-8'
}

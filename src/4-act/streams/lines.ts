/** Cuts text that comes in pieces into lines. A line that is not over yet is kept; at the end it is dropped. */
export class Lines {
  readonly #onLine: (line: string) => void
  readonly #longest: number
  #parts: string[] = []
  #length = 0
  #afterCr = false

  /** @param longest No line is longer, in characters: one more and `push` throws. */
  constructor(onLine: (line: string) => void, longest: number) {
    this.#onLine = onLine
    this.#longest = longest
  }

  /** A line ends with CRLF, LF or CR; a CRLF may be cut in two. */
  push(text: string): void {
    if (text === '') return
    let from = this.#afterCr && text.startsWith('\n') ? 1 : 0
    this.#afterCr = text.endsWith('\r')
    const ends = /\r\n|\n|\r/g
    ends.lastIndex = from
    for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
      this.#keep(text.slice(from, end.index))
      from = ends.lastIndex
      this.#emit()
    }
    this.#keep(text.slice(from))
  }

  // Joined only when the line is over: a long line that comes byte by byte would be copied with every byte.
  #keep(part: string): void {
    if (part === '') return
    this.#length += part.length
    if (this.#length > this.#longest) throw new RangeError(`A line of the stream is longer than ${this.#longest}.`)
    this.#parts.push(part)
  }

  #emit(): void {
    const line = this.#parts.join('')
    this.#parts = []
    this.#length = 0
    this.#onLine(line)
  }
}

import { peekText } from '../own.ts'
import type { Clue } from './clue.ts'

// What the engines say when text is no JSON; whole messages, with room for the data that they quote.
const messages = [
  /^Unexpected end of JSON input$/, // V8
  /^[^]{1,300} is not valid JSON$/, // V8 since 2022
  /^[^]{1,300} in JSON at position \d+(?: \(line \d+ column \d+\))?$/, // V8
  /^Unexpected non-whitespace character after JSON at position \d+(?: \(line \d+ column \d+\))?$/, // V8
  /^JSON\.parse: /, // Firefox
  /^JSON Parse error: /, // Safari
  /^The string did not match the expected pattern\.$/, // Safari, response.json()
]

/** `response.json()` of a success that is no JSON: the one body that had to be read and cannot be. */
export function fromJsonSyntax(thrown: unknown): Clue | undefined {
  if (peekText(thrown, 'name') !== 'SyntaxError') return undefined
  const message = peekText(thrown, 'message')?.slice(0, 500) ?? ''
  return messages.some((pattern) => pattern.test(message)) ? { kind: 'unreadable' } : undefined
}

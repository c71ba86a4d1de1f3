import { peekText } from '../own.ts'
import type { Clue } from './clue.ts'

// What the engines say when text is no JSON; whole messages, with room for the data that they quote.
const messages = [
  'Unexpected end of JSON input', // V8
  '[^]{1,300} is not valid JSON', // V8 since 2022
  '[^]{1,300}(?:in|after) JSON at position \\d+(?: \\(line \\d+ column \\d+\\))?', // V8
  'JSON\\.parse: [^]+', // Firefox
  'JSON Parse error: [^]+', // Safari
  'The string did not match the expected pattern\\.', // Safari, response.json()
]
const noJson = new RegExp(`^(?:${messages.join('|')})$`)

/** `response.json()` of a success that is no JSON: the one body that had to be read and cannot be. */
export function fromJsonSyntax(thrown: unknown): Clue | undefined {
  if (peekText(thrown, 'name') !== 'SyntaxError') return undefined
  return noJson.test(peekText(thrown, 'message')?.slice(0, 500) ?? '') ? { kind: 'unreadable' } : undefined
}

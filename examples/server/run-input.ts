import { Refusal, text } from './http.ts'
import type { RuntimeMode } from './runs.ts'
import type { Attachment, Casting } from './state.ts'
import { buckets } from './storage.ts'

/** A run request whose every part is in order. */
export interface RunInput {
  readonly mode: RuntimeMode
  readonly threadId: unknown
  readonly question: string
  readonly lines: readonly number[]
  readonly attachments: readonly Attachment[]
}

const mostAttachments = 3

/** Reads the body of a run request, or refuses with the code of the first thing that is wrong. */
export function readRunInput(body: Readonly<Record<string, unknown>>, host: string, userId: string): RunInput {
  const { messages, forwardedProps, threadId } = body
  if (!Array.isArray(messages) || !isObject(forwardedProps)) throw new Refusal('AGENT_RUN_INPUT_INVALID')
  const mode = forwardedProps['runtime_mode']
  if (mode !== 'divination' && mode !== 'follow_up') throw new Refusal('AGENT_RUNTIME_MODE_INVALID')
  const parts = lastUserParts(messages)
  const question = parts
    .map((part) => (part['type'] === 'text' ? text(part['text']) : ''))
    .join('')
    .trim()
  if (question === '') throw new Refusal('AGENT_RUN_MESSAGES_INVALID')
  const casting = mode === 'divination' ? readCasting(forwardedProps['divinationPayload']) : { question: '', lines: [] }
  if (question.length > 300) throw new Refusal('AGENT_PAYLOAD_INVALID')
  const binaries = parts.filter((part) => part['type'] === 'binary')
  if (binaries.length > mostAttachments) throw new Refusal('AGENT_ATTACHMENTS_TOO_MANY')
  const attachments = binaries.map((part) => readBinary(part, host, userId))
  return { mode, threadId, question, lines: casting.lines, attachments }
}

function lastUserParts(messages: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
  const last = messages.at(-1)
  if (!isObject(last) || last['role'] !== 'user') throw new Refusal('AGENT_RUN_MESSAGES_INVALID')
  const content = last['content']
  if (typeof content === 'string') return [{ type: 'text', text: content }]
  if (Array.isArray(content) && content.every(isObject)) return content
  throw new Refusal('AGENT_RUN_MESSAGES_INVALID')
}

function readCasting(payload: unknown): Casting {
  if (!isObject(payload)) throw new Refusal('AGENT_DIVINATION_PAYLOAD_REQUIRED')
  const { lines, question } = payload
  const whole = Array.isArray(lines) && lines.length === 6 && lines.every((line) => [6, 7, 8, 9].includes(Number(line)))
  if (!whole) throw new Refusal('AGENT_PAYLOAD_INVALID')
  return { question: text(question), lines: lines.map(Number) }
}

// A binary part must point at our own host, at the bucket of attachments, and into the folder of its user.
function readBinary(part: Readonly<Record<string, unknown>>, host: string, userId: string): Attachment {
  const url = parseUrl(text(part['url']), host)
  if (url?.host !== host) throw new Refusal('INVALID_BINARY_URL_HOST')
  const [bucket = '', owner = '', file = ''] = url.pathname.replace('/api/storage/', '').split('/')
  if (bucket !== buckets.attachments) throw new Refusal('INVALID_BINARY_URL_BUCKET')
  if (owner !== userId || file === '') throw new Refusal('INVALID_BINARY_URL_PATH_SCOPE')
  const name = text(part['name']) || 'image'
  return { bucket, path: `${bucket}/${owner}/${file}`, name, type: text(part['mimeType']) }
}

function parseUrl(url: string, host: string): URL | undefined {
  try {
    return new URL(url, `http://${host}`)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

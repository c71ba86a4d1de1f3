import { randomUUID } from 'node:crypto'
import { readFile, readJson, userOf, type Call, type Routes } from '../call.ts'
import { json, Refusal, type Reply } from '../http.ts'
import { readingLanguage } from '../readings/compose.ts'
import { buckets, inScope, pathOfSigned, signedUrl, sniffImage, store } from '../storage.ts'

const mostAudioBytes = 1024 * 1024
const mostImageBytes = 1024 * 1024

const heard = {
  en: 'Should I accept the offer, or wait a little longer?',
  'zh-CN': '我该接受这个邀请，还是再等一等？',
  'zh-TW': '我該接受這個邀請，還是再等一等？',
} as const

/** Voice, attachments, and what the object store hands out. */
export const mediaRoutes: Routes = {
  'POST /api/agent/transcribe': async (call) => {
    userOf(call)
    const file = await readFile(call, 'audio')
    if (file.size === 0) throw new Refusal('AGENT_AUDIO_EMPTY')
    if (file.size > mostAudioBytes) throw new Refusal('AGENT_AUDIO_TOO_LARGE')
    const head = Buffer.from(await file.slice(0, 12).arrayBuffer()).toString('latin1')
    if (!/^RIFF.{4}WAVE$/s.test(head)) throw new Refusal('AGENT_AUDIO_UNSUPPORTED_FORMAT')
    return json(200, { text: heard[readingLanguage(call.request.headers['accept-language'])] })
  },

  'POST /api/agent/attachments': async (call) => {
    const user = userOf(call)
    const file = await readFile(call, 'file')
    if (file.size === 0) throw new Refusal('AGENT_ATTACHMENT_EMPTY')
    if (file.size > mostImageBytes) throw new Refusal('AGENT_ATTACHMENT_TOO_LARGE')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = sniffImage(bytes)
    if (type === undefined) throw new Refusal('AGENT_ATTACHMENT_UNSUPPORTED_TYPE')
    const path = `${buckets.attachments}/${user.id}/${randomUUID()}`
    store(call.state, path, { type, bytes })
    return json(201, { bucket: buckets.attachments, path, name: file.name, type, url: `/api/storage/${path}` })
  },

  'POST /api/agent/attachments/sign': async (call) => {
    const user = userOf(call)
    const { bucket, path } = await readJson(call)
    if (bucket !== buckets.attachments) throw new Refusal('AGENT_ATTACHMENT_BUCKET_INVALID')
    if (typeof path !== 'string' || !inScope(path, buckets.attachments, user.id))
      throw new Refusal('AGENT_ATTACHMENT_PATH_SCOPE_INVALID')
    return json(200, { url: signedUrl(call.state, path) })
  },

  'GET /api/storage/object': (call) => loadObject(call),
}

function loadObject(call: Call): Reply {
  const path = pathOfSigned(call.state, call.url.searchParams)
  const file = path === undefined ? undefined : call.state.files.get(path)
  if (!file) throw new Refusal('AGENT_SIGNED_IMAGE_URL_INVALID')
  return { status: 200, headers: { 'content-type': file.type, 'x-content-type-options': 'nosniff' }, body: file.bytes }
}

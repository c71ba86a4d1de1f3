import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DemoState, StoredFile } from './state.ts'

/** The two buckets of the object store. */
export const buckets = { attachments: 'attachments', avatars: 'avatars' } as const

const lifetime = 5 * 60 * 1000

/** A URL under which one file can be loaded, or written, for five minutes without credentials. */
export function signedUrl(state: DemoState, path: string, now = Date.now()): string {
  const expires = now + lifetime
  const query = new URLSearchParams({ path, expires: String(expires), signature: sign(state, path, expires) })
  return `/api/storage/object?${query}`
}

/** The path that a signed URL speaks of; `undefined` when it was changed or is too old. */
export function pathOfSigned(state: DemoState, query: URLSearchParams, now = Date.now()): string | undefined {
  const [path, expires, signature] = [
    query.get('path') ?? '',
    Number(query.get('expires')),
    query.get('signature') ?? '',
  ]
  if (!Number.isFinite(expires) || expires <= now) return undefined
  const wanted = Buffer.from(sign(state, path, expires))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? path : undefined
}

/** Does the path stay inside the folder of its user? */
export function inScope(path: string, bucket: string, userId: string): boolean {
  return path.startsWith(`${bucket}/${userId}/`) && !path.includes('..')
}

/** The media type that the first bytes speak of; what a client claims is not asked. */
export function sniffImage(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp'
  return undefined
}

/** Keeps a file under its path. */
export function store(state: DemoState, path: string, file: StoredFile): void {
  state.files.set(path, file)
}

function sign(state: DemoState, path: string, expires: number): string {
  return createHmac('sha256', state.secret).update(`${path}\n${expires}`).digest('hex').slice(0, 32)
}

import { randomUUID } from 'node:crypto'
import { readJson, userOf, type Routes } from '../call.ts'
import { json, readBytes, Refusal } from '../http.ts'
import { buckets, inScope, pathOfSigned, signedUrl, sniffImage, store } from '../storage.ts'

const types: readonly unknown[] = ['image/png', 'image/jpeg', 'image/webp']
const mostBytes = 512 * 1024

/** An avatar in three steps: ask for a signed upload, send the bytes, make it the picture of the profile. */
export const avatarRoutes: Routes = {
  'POST /api/profile/avatar/upload-url': async (call) => {
    const user = userOf(call)
    const { type, size } = await readJson(call)
    if (!types.includes(type) || typeof size !== 'number' || size < 1 || size > mostBytes)
      throw new Refusal('AVATAR_FILE_INVALID')
    const path = `${buckets.avatars}/${user.id}/${randomUUID()}`
    return json(200, { path, url: signedUrl(call.state, path).replace('/object?', '/avatar?') })
  },

  'PUT /api/storage/avatar': async (call) => {
    const bytes = await readBytes(call.request)
    const path = pathOfSigned(call.state, call.url.searchParams)
    if (path === undefined) throw new Refusal('AVATAR_PATH_SCOPE_INVALID')
    const type = sniffImage(bytes)
    if (type === undefined || bytes.length > mostBytes) throw new Refusal('AVATAR_FILE_INVALID')
    store(call.state, path, { type, bytes })
    return json(200, { path })
  },

  'PUT /api/profile/avatar': async (call) => {
    const user = userOf(call)
    const { path } = await readJson(call)
    if (typeof path !== 'string' || !inScope(path, buckets.avatars, user.id) || !call.state.files.has(path))
      throw new Refusal('AVATAR_PATH_SCOPE_INVALID')
    user.avatar = path
    return json(200, { avatarUrl: signedUrl(call.state, path) })
  },
}

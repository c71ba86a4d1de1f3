// A draft that survives a reload, and never the user it belongs to. Copy this file: it needs nothing but a user id.

const prefix = 'six-lines.draft.'

/** The unsent question of this user. */
export function readDraft(userId: string, storage: Storage = localStorage): string {
  return storage.getItem(prefix + userId) ?? ''
}

/** Keeps the unsent question of this user; an empty one is forgotten. */
export function writeDraft(userId: string, text: string, storage: Storage = localStorage): void {
  if (text === '') storage.removeItem(prefix + userId)
  else storage.setItem(prefix + userId, text)
}

/** Forgets every draft but those of this user: called when a session has ended. */
export function clearDrafts(except?: string, storage: Storage = localStorage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const key of keys) if (key.startsWith(prefix) && key !== prefix + except) storage.removeItem(key)
}

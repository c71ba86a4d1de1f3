import type { Catalogue, CatalogueEntry } from '../../problem/remedy.ts'
import type { CreatoriaAction, CreatoriaCode } from './codes.ts'

// Sent again by itself after what the server asks for, if somebody can wait that long; else by a button that opens then.
const limited = { status: 429, severity: 'warning', show: 'toast', offer: ['retry'] } as const satisfies CatalogueEntry

/** What to do about each status of the document, and about the two cases that have a name. */
export const catalogue: Catalogue<CreatoriaCode, CreatoriaAction> = {
  HTTP_400: { status: 400, severity: 'warning', show: 'fields', retry: false },
  // Nothing works until it is mended, and every call finds out. No session: a key is not signed in and not signed out.
  HTTP_401: { status: 401, severity: 'warning', show: 'banner', offer: ['updateApiKey'], retry: false },
  // Every answer carries the rate limit: a used-up one must not make a refusal look like a limit that passes.
  HTTP_403: { status: 403, severity: 'warning', show: 'toast', retry: false },
  HTTP_404: { status: 404, severity: 'warning', show: 'toast', offer: ['refetch'], retry: false },
  HTTP_409: { status: 409, severity: 'warning', show: 'toast', offer: ['refetch'], retry: false },
  HTTP_429: limited,
  HTTP_500: { status: 500, severity: 'error', show: 'toast', offer: ['retry'], report: 'unexpected' },

  PROJECT_CONTEXT_REQUIRED: {
    status: 400,
    severity: 'warning',
    show: 'dialog',
    offer: ['chooseProject', 'dismiss'],
    retry: false,
  },
  RATE_LIMIT_EXCEEDED: limited,
  STREAM_ERROR: { severity: 'error', show: 'inline', offer: ['retry'], retry: false },
}

import type { Catalogue, CatalogueEntry } from '../../problem/remedy.ts'
import type { ResqAction, ResqCode } from './codes.ts'

// Said at the controls that `details` names; sent again only when it has been changed.
const atFields = { severity: 'warning', show: 'fields', retry: false } as const satisfies CatalogueEntry

/** What to do about each status of the document. */
export const catalogue: Catalogue<ResqCode, ResqAction> = {
  HTTP_400: { status: 400, ...atFields },
  // The login flow once, then the request once more. `info`, because signing in is all it takes.
  HTTP_401: { status: 401, severity: 'info', show: 'toast', offer: ['login'], session: 'refresh' },
  // The operator is told what the server says, because only that names what is missing.
  HTTP_403: { status: 403, severity: 'warning', show: 'toast', text: 'server', retry: false },
  HTTP_404: { status: 404, severity: 'warning', show: 'toast', offer: ['refetch'], retry: false },
  HTTP_408: { status: 408, severity: 'warning', show: 'toast', offer: ['retry'] },
  // First what the server has is fetched again, then the operator decides with that in view.
  HTTP_409: { status: 409, severity: 'warning', show: 'toast', run: ['refetch'], offer: ['retry'], retry: false },
  HTTP_422: { status: 422, ...atFields },
  HTTP_429: { status: 429, severity: 'warning', show: 'toast', offer: ['retry'] },
  HTTP_500: {
    status: 500,
    severity: 'error',
    show: 'toast',
    offer: ['retry', 'fileReport'],
    report: 'unexpected',
  },
  // Degraded, not down: work goes on, so that nothing else may be held back for it.
  HTTP_503: { status: 503, severity: 'warning', show: 'banner', offer: ['retry'], gate: false },
}

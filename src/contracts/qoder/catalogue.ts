import type { Catalogue } from '../../problem/remedy.ts'
import type { QoderAction, QoderCode } from './codes.ts'

/** What to do about each of the seven error types. None of the 4xx is ever sent again as it was. */
export const catalogue: Catalogue<QoderCode, QoderAction> = {
  // `param` says which field; without it only the message says what does not fit.
  invalid_request_error: { status: 400, severity: 'warning', show: 'fields', text: 'server', retry: false },
  // Nothing works until it is mended, and every call finds out. No session: a token of another service is not ours to end.
  authentication_error: { status: 401, severity: 'warning', show: 'banner', offer: ['updateToken'], retry: false },
  permission_error: { status: 403, severity: 'warning', show: 'toast', retry: false },
  not_found_error: { status: 404, severity: 'warning', show: 'toast', offer: ['refetch'], retry: false },
  conflict_error: {
    status: 409,
    severity: 'warning',
    show: 'toast',
    offer: ['refetch', 'startNewSession'],
    retry: false,
  },
  api_error: { status: 500, severity: 'error', show: 'toast', offer: ['retry'] },
  feature_not_available: {
    status: 501,
    severity: 'warning',
    show: 'dialog',
    offer: ['enableFeature', 'dismiss'],
    retry: false,
  },
}

import type { FieldProblem } from '../../problem/parts.ts'
import type { HttpContext, Reading } from '../../problem/reading.ts'
import { own, type JsonObject } from '../own.ts'
import { parsePath } from '../path.ts'
import { collect, requestIdIn, rest, textIn } from './shape.ts'

// Told with status 400, which says that nothing will ever change.
const throttling =
  /^(?:(?:Request)?Thrott(?:l(?:ing|ed)(?:Exception)?)|TooManyRequestsException|RequestLimitExceeded|ProvisionedThroughputExceeded(?:Exception)?|BandwidthLimitExceeded|LimitExceededException|SlowDown|PriorRequestNotComplete|TransactionInProgressException|EC2ThrottledException)$/
const expired = /^(?:ExpiredToken|RequestExpired|TokenRefreshRequired)(?:Exception)?$/

/** AWS JSON protocols: the code in `x-amzn-errortype`, `code` or `__type`, perhaps with a namespace and a URL around it. */
export function aws(body: unknown, { headers }: HttpContext): Reading | undefined {
  const header = headers.get('x-amzn-errortype') ?? undefined
  const named = textIn(body, 'code', 'Code')
  const isIts = headers.has('x-amzn-requestid') || /^[\w.]*#\w|^\w+:https?:/.test(named ?? '')
  const code = nameIn(header ?? (isIts ? named : undefined) ?? textIn(body, '__type'))
  if (code === undefined) return undefined
  return {
    code,
    likeStatus: throttling.test(code) ? 429 : expired.test(code) ? 401 : undefined,
    detail: textIn(body, 'message', 'Message', 'errorMessage'),
    fields: collect(own(body, 'fieldList'), toField),
    requestId: requestIdIn(body),
    data: rest(body, '__type', 'code', 'Code', 'message', 'Message', 'fieldList'),
  }
}

/** `aws.x#FooError:http://…` → `FooError`. */
function nameIn(text: string | undefined): string | undefined {
  return text?.split(':', 1)[0]?.split('#').at(-1)?.trim() || undefined
}

function toField(item: JsonObject): FieldProblem {
  return { path: parsePath(textIn(item, 'path', 'name') ?? ''), message: textIn(item, 'message') }
}

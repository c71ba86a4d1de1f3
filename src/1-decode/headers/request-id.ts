import { words } from '../text.ts'

// What applications send, and what stands before them. Everybody else has a name of their own for it: `x-ms-request-id`,
// `x-github-request-id`, `apigw-requestid`.
const own = ['x-request-id', 'request-id', 'x-correlation-id', 'correlation-id']
const edge = ['cf-ray', 'x-vercel-id', 'fly-request-id', 'x-cloud-trace-context', 'x-amzn-trace-id']

/** The server's id of this request: from its own headers, else from the body, else from whoever stood in between. */
export function requestIdOf(fields: ReadonlyMap<string, string>, inBody: unknown): string | undefined {
  return (
    firstOf(fields, own) ??
    firstOf(fields, others(fields)) ??
    words(inBody, 200) ??
    firstOf(fields, edge) ??
    traceIdOf(fields.get('traceparent'))
  )
}

function others(fields: ReadonlyMap<string, string>): readonly string[] {
  return [...fields.keys()].filter((name) => /(?:request|correlation|trace)-?id$/.test(name) && !edge.includes(name))
}

function firstOf(fields: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const id = words(fields.get(name), 200)
    if (id !== undefined) return id
  }
  return undefined
}

function traceIdOf(traceparent: string | undefined): string | undefined {
  return /^[\da-f]{2}-([\da-f]{32})-/.exec(traceparent ?? '')?.[1]
}

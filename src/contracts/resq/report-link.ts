import type { Problem } from '../../problem/problem.ts'
import { createReport, type ReportOptions } from '../../problem/report.ts'

// Trackers and proxies refuse addresses beyond 8 kB.
const longestLink = 7000

/**
 * The address of a new report about a failure that the reference does not explain, filled in as the document asks for:
 * method, path, status, request id, the redacted request and the response. For trackers that take `title` and `body`,
 * as GitHub does. What makes the address too long is cut off; `copyReport` has all of it.
 *
 * @param tracker Where reports are filed: absolute, set by the app.
 * @throws TypeError where `tracker` is no absolute URL.
 * @example
 * ```ts
 * import type { Problem } from 'react-remedy/core'
 * import { reportLink } from 'react-remedy/contracts/resq'
 *
 * export const actions = {
 *   fileReport(problem: Problem) {
 *     window.open(reportLink(problem, 'https://github.com/example/docs/issues/new'), '_blank', 'noopener')
 *   },
 * }
 * ```
 */
export function reportLink(problem: Problem, tracker: string | URL, options?: ReportOptions): string {
  const report = createReport(problem, options)
  const link = new URL(tracker)
  link.searchParams.set('title', [report.code, report.method, pathOf(report.url)].filter(Boolean).join(' '))
  for (let text = JSON.stringify(report, null, 2); ; text = `${text.slice(0, text.length * 0.8)}…`) {
    link.searchParams.set('body', `\`\`\`json\n${text}\n\`\`\``)
    if (link.href.length <= longestLink || text.length < 100) return link.href
  }
}

function pathOf(url: string | undefined): string | undefined {
  return url?.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
}

import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy } from '../problem/remedy.ts'
import { createReport, type ProblemReport } from '../problem/report.ts'
import { warn } from '../problem/warn.ts'

/** Gets one report for each incident, secrets redacted; expected and unexpected ones apart. */
export type OnReport = (report: ProblemReport) => void

/** Hands reports to the app. A code that no catalogue knows is reported once a session; what throws here is swallowed. */
export function createReporter(
  listener: () => OnReport | undefined,
): (problem: Problem, remedy: ResolvedRemedy) => void {
  const unknownCodes = new Set<string>()
  return (problem, remedy) => {
    const onReport = listener()
    if (onReport === undefined || remedy.report === 'never' || remedy.show === 'pending') return
    if (isUnknownCode(problem, remedy)) {
      const code = `${problem.contract}/${problem.code}`
      if (unknownCodes.has(code)) return
      unknownCodes.add(code)
    }
    try {
      onReport(createReport(problem, { remedy }))
    } catch (thrown) {
      warn('onReport threw', thrown)
    }
  }
}

// A code that somebody sent: every `HTTP_500` and every bug of the app is another story.
function isUnknownCode({ kind, code, status }: Problem, { why, report }: ResolvedRemedy): boolean {
  return why.rung !== 'code' && report === 'unexpected' && kind === 'http' && code !== `HTTP_${status}`
}

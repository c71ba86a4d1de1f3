import { callSource } from '../4-act/call-source.ts'
import { judge } from '../4-act/runtime.ts'
import { verdictOf } from '../4-act/verdict.ts'
import type { Problem } from '../problem/problem.ts'
import type { ResolvedRemedy, Surface } from '../problem/remedy.ts'
import { warn } from '../problem/warn.ts'
import type { Desk } from './desk.ts'

/** Shows what was thrown outside the hooks, as its remedy says or where `show` says. */
export function present(desk: Desk, thrown: unknown, show?: Surface): Problem {
  const { runtime } = desk
  const problem = runtime.problemOf(thrown)
  if (problem.kind === 'aborted') return problem
  const seen = runtime.next()
  const tell = (read: Problem, remedy: ResolvedRemedy) => {
    const source = callSource(read)
    // Passing through while it is shown it is the same failure; once it has been dealt with it is another.
    if (!desk.isLive(thrown)) source.started = runtime.next()
    runtime.act({ thrown, problem: read, remedy, source, seen })
  }
  // What a hook has judged it knows better than we do here.
  const known = show === undefined ? verdictOf(problem) : undefined
  if (known !== undefined) tell(problem, known.remedy)
  else
    judge(runtime, thrown, { call: { show } }).then(
      (result) => tell(result.problem, result.remedy),
      (bug: unknown) => warn('what was presented could not be read', bug),
    )
  return problem
}

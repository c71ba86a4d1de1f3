import { ProblemBoundary, type Problem } from 'react-remedy'
import type { DivinationCode } from 'react-remedy/contracts/divination'
import type {} from './contracts.js'

export const byCode = (
  <ProblemBoundary
    match={{ code: ['AGENT_FORBIDDEN', 'NETWORK'] }}
    fallback={({ problem }) => {
      const code: 'AGENT_FORBIDDEN' | 'NETWORK' = problem.code
      return code
    }}
  />
)

export const byKind = (
  <ProblemBoundary
    match={{ kind: 'network' }}
    fallback={({ problem }) => {
      const kind: 'network' = problem.kind
      const whole: Problem<DivinationCode> = problem
      return `${kind} ${whole.code}`
    }}
  />
)

export const byBoth = (
  <ProblemBoundary
    match={{ code: 'AGENT_FORBIDDEN', kind: ['http', 'stream'] }}
    fallback={({ problem }) => {
      const known: ['AGENT_FORBIDDEN', 'http' | 'stream'] = [problem.code, problem.kind]
      return known.join()
    }}
  />
)

export const byAFunction = (
  <ProblemBoundary
    match={(problem) => problem.status === 403}
    fallback={({ problem, reset }) => <button onClick={reset}>{problem.code}</button>}
  />
)

export const all = <ProblemBoundary resetKeys={[1]}>text</ProblemBoundary>

export const notNarrowed = (
  <ProblemBoundary
    fallback={({ problem }) => {
      // @ts-expect-error TS2322: without a matcher any code may come
      const code: DivinationCode = problem.code
      return code
    }}
  />
)

// @ts-expect-error TS2322 TS2820: there is no such code
export const misspeltCode = <ProblemBoundary match={{ code: 'AGENT_FORBIDEN' }} />

// @ts-expect-error TS2322 TS2820: there is no such kind
export const misspeltKind = <ProblemBoundary match={{ kind: 'netwrok' }} />

export const otherCode = (
  <ProblemBoundary
    match={{ code: 'AGENT_FORBIDDEN' }}
    // @ts-expect-error TS2367: this code never comes here
    fallback={({ problem }) => (problem.code === 'NETWORK' ? 'offline' : 'forbidden')}
  />
)

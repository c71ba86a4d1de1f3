import { ProblemBoundary, type Problem } from 'react-remedy'
import { divination, type DivinationCode } from 'react-remedy/contracts/divination'

export const anyCode = (
  <ProblemBoundary
    match={{ code: 'WHATEVER' }}
    fallback={({ problem }) => {
      const code: 'WHATEVER' = problem.code
      return code
    }}
  />
)

export const ofAContract = (
  <ProblemBoundary
    match={{ contract: divination }}
    fallback={({ problem }) => {
      const whole: Problem<DivinationCode> = problem
      return whole.code
    }}
  />
)

// @ts-expect-error TS2322 TS2820: what a contract does not know is misspelt
export const misspelt = <ProblemBoundary match={{ contract: divination, code: 'AGENT_FORBIDEN' }} />

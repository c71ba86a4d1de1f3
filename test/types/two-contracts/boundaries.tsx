import { ProblemBoundary, type Problem } from 'react-remedy'
import { shop } from './contracts.js'

export const ofOneContract = (
  <ProblemBoundary
    match={{ contract: shop }}
    fallback={({ problem }) => {
      const sold: Problem<'CARD_DECLINED' | 'SOLD_OUT'> = problem
      return sold.code
    }}
  />
)

export const ofACodeOfOne = (
  <ProblemBoundary
    match={{ contract: shop, code: 'SOLD_OUT' }}
    fallback={({ problem }) => {
      const code: 'SOLD_OUT' = problem.code
      return code
    }}
  />
)

export const ofEither = <ProblemBoundary match={{ code: ['SOLD_OUT', 'AGENT_FORBIDDEN'] }} />

// @ts-expect-error TS2322 TS2820: the code of another contract
export const ofAnother = <ProblemBoundary match={{ contract: shop, code: 'AGENT_FORBIDDEN' }} />

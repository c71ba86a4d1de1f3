import type { Problem } from './problem.ts'

/** The status that says what a problem is like: its own, unless that misleads. GitHub tells a rate limit with 403. */
export function effectiveStatus(
  problem: Pick<Problem, 'status' | 'likeStatus' | 'retryAfter' | 'rateLimit'>,
): number | undefined {
  const { status, likeStatus, retryAfter, rateLimit } = problem
  if (likeStatus !== undefined) return likeStatus
  return status === 403 && (retryAfter !== undefined || rateLimit?.remaining === 0) ? 429 : status
}

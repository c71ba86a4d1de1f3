'use client'
import { useState, type ReactNode } from 'react'
import type { Problem } from '../../problem/problem.ts'
import { createReport } from '../../problem/report.ts'
import { useRemedyContext } from '../context.ts'
import { ActionButton } from './actions.tsx'

/** Which problem is told about. */
export interface ProblemDetailsProps {
  readonly of: Problem
}

/**
 * What support asks for, folded away: code, status, request id and time, and a report to copy, secrets redacted. Where the
 * clipboard is refused the report is shown and selected instead.
 *
 * @example
 * ```tsx
 * import { ProblemDetails, type ProblemFallbackProps } from 'react-remedy'
 *
 * export const Fallback = ({ problem }: ProblemFallbackProps) => <section>Sorry. <ProblemDetails of={problem} /></section>
 * ```
 */
export function ProblemDetails({ of: problem }: ProblemDetailsProps): ReactNode {
  const { words } = useRemedyContext()
  const { code, status, requestId, occurredAt } = problem
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>()
  const report = (): string => JSON.stringify(createReport(problem), null, 2)
  const date = new Date(occurredAt)
  const time = date.toLocaleString(words.language, { dateStyle: 'medium', timeStyle: 'medium' })
  const facts = { code, status, requestId, time: <time dateTime={date.toISOString()}>{time}</time> }
  return (
    <details data-remedy-details="" lang={words.language} dir={words.dir}>
      <summary {...words.phrases.part('details')} />
      <dl>
        {keys.map((key) =>
          facts[key] === undefined ? null : (
            <div key={key}>
              <dt {...words.phrases.part(key)} />
              <dd dir="auto">{facts[key]}</dd>
            </div>
          ),
        )}
      </dl>
      <div data-remedy-actions="">
        <ActionButton
          action="copyReport"
          {...words.phrases.action('copyReport')}
          onPress={() => void copy(report()).then(setOutcome)}
        />
        <output {...(outcome && words.phrases.part(outcome))} />
      </div>
      {outcome === 'copyFailed' && (
        <textarea ref={select} defaultValue={report()} readOnly rows={5} dir="ltr" aria-label={words.part('details')} />
      )}
    </details>
  )
}

const keys = ['code', 'status', 'requestId', 'time'] as const

// Refused, or no clipboard on an insecure page: the user copies by hand.
async function copy(text: string): Promise<'copied' | 'copyFailed'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'copyFailed'
  }
}

function select(area: HTMLTextAreaElement | null): void {
  area?.focus()
  area?.select()
}

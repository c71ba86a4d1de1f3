'use client'
import { useRef, useState, type ReactNode } from 'react'
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
  const report = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>()
  const copy = (): void => {
    const text = JSON.stringify(createReport(problem), null, 2)
    void write(text).then((copied) => {
      setOutcome(copied ? 'copied' : 'copyFailed')
      if (!copied && report.current) select(report.current, text)
    })
  }
  const date = new Date(problem.occurredAt)
  const time = new Intl.DateTimeFormat(words.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(date)
  const facts = {
    code: problem.code,
    status: problem.status,
    requestId: problem.requestId,
    time: <time dateTime={date.toISOString()}>{time}</time>,
  }
  return (
    <details data-remedy-details="">
      <summary>{words.part('details')}</summary>
      <dl>
        {(['code', 'status', 'requestId', 'time'] as const).map((key) =>
          facts[key] === undefined ? null : (
            <div key={key}>
              <dt>{words.part(key)}</dt>
              <dd dir="auto">{facts[key]}</dd>
            </div>
          ),
        )}
      </dl>
      <div data-remedy-actions="">
        <ActionButton action="copyReport" label={words.action('copyReport')} onPress={copy} />
        <output>{outcome && words.part(outcome)}</output>
      </div>
      <textarea
        ref={report}
        hidden={outcome !== 'copyFailed'}
        readOnly
        rows={5}
        dir="ltr"
        aria-label={words.part('details')}
      />
    </details>
  )
}

/** Refused, or no clipboard on an insecure page: the user copies by hand. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function select(area: HTMLTextAreaElement, text: string): void {
  Object.assign(area, { value: text, hidden: false })
  area.focus()
  area.select()
}

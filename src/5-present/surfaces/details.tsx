'use client'
import { useRef, useState, type ReactNode } from 'react'
import type { Problem } from '../../problem/problem.ts'
import { createReport } from '../../problem/report.ts'
import { useRemedyContext } from '../context.ts'

/** Which problem is told about. */
export interface ProblemDetailsProps {
  readonly of: Problem
}

/**
 * What support asks for, folded away: code, status, request id and time, and a report to copy, secrets redacted. Where the
 * clipboard is refused the report is shown and selected instead.
 */
export function ProblemDetails({ of: problem }: ProblemDetailsProps): ReactNode {
  const { words } = useRemedyContext()
  const { copy, outcome, report } = useCopy(() => JSON.stringify(createReport(problem), null, 2))
  return (
    <details data-remedy-details="">
      <summary>{words.part('details')}</summary>
      <dl>
        <Fact term={words.part('code')}>{problem.code}</Fact>
        {problem.status === undefined ? null : <Fact term={words.part('status')}>{problem.status}</Fact>}
        {problem.requestId === undefined ? null : <Fact term={words.part('requestId')}>{problem.requestId}</Fact>}
        <Fact term={words.part('time')}>
          <Time at={problem.occurredAt} language={words.language} />
        </Fact>
      </dl>
      <div data-remedy-actions="">
        <button type="button" data-remedy-action="copyReport" onClick={() => void copy()}>
          {words.action('copyReport')}
        </button>
        <output data-remedy-confirmation="">{outcome === undefined ? '' : words.part(outcome)}</output>
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

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}

function Time({ at, language }: { readonly at: number; readonly language: string }): ReactNode {
  const date = new Date(at)
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(date)
  return <time dateTime={date.toISOString()}>{text}</time>
}

function useCopy(write: () => string) {
  const report = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>()

  const copy = async (): Promise<void> => {
    const text = write()
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      // Refused, or no clipboard on an insecure page: the user copies by hand.
      setOutcome('copyFailed')
      if (report.current) select(report.current, text)
    }
  }
  return { copy, outcome, report }
}

function select(area: HTMLTextAreaElement, text: string): void {
  Object.assign(area, { value: text, hidden: false })
  area.focus()
  area.select()
}

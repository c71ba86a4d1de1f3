'use client'
import { useEffect, useId, type ReactNode } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { ActionButton, ProblemActions } from './actions.tsx'
import { marksOf, UnexpectedDetails } from './card.tsx'
import { SeverityIcon } from './icon.tsx'
import { namedBy, ProblemText } from './problem-text.tsx'
import { usePlace } from './use-place.ts'
import { useProblemTitle } from './use-title.ts'

/** A page that could not be shown. */
export interface PageNoticeProps {
  readonly incident: Incident
  /** Tries again: the reset of the boundary. Stands in for the `retry` of the remedy. */
  readonly onReset?: (() => void) | undefined
  /** Where the second way out leads; `null` for none. @default '/' */
  readonly home?: string | null | undefined
  /** More ways out, such as a link to support. */
  readonly children?: ReactNode
}

/** What stands in place of a page: one heading, which takes the focus, and more than one way on. */
export function PageNotice(props: PageNoticeProps): ReactNode {
  const { page: Page = OwnPage } = useRemedyContext().surfaces
  return <Page {...props} />
}

function OwnPage({ incident, onReset, home = '/', children }: PageNoticeProps): ReactNode {
  const { words } = useRemedyContext()
  const root = usePlace()
  const id = useId()
  useProblemTitle(true)
  useEffect(() => root.current?.querySelector('h1')?.focus(), [root])
  return (
    <section ref={root} {...marksOf(incident, 'page')} {...namedBy(id)} lang={words.language} dir={words.dir}>
      <SeverityIcon severity={incident.remedy.severity} />
      <ProblemText incident={incident} heading="h1" id={id} />
      <div data-remedy-actions="">
        {onReset ? <ActionButton action="retry" primary {...words.phrases.action('retry')} onPress={onReset} /> : null}
        {home === null ? null : (
          <a data-remedy-action="home" href={home}>
            {words.part('home')}
          </a>
        )}
        {children}
      </div>
      <ProblemActions incident={incident} without={onReset ? ['retry', 'dismiss'] : ['dismiss']} />
      <UnexpectedDetails incident={incident} />
    </section>
  )
}

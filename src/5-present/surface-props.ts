import type { ComponentType, ReactNode } from 'react'
import type { Incident } from '../problem/incident.ts'

/** What every part that shows one incident takes. */
export interface IncidentProps {
  readonly incident: Incident
}

/** What a part in the page takes besides: what the place it stands in hands on. */
export interface PlacedProps extends IncidentProps {
  /** Puts it away. */
  readonly onClose?: (() => void) | undefined
  /** Tries again: the reset of the boundary. */
  readonly onReset?: (() => void) | undefined
  /** Gives up waiting. */
  readonly onCancel?: (() => void) | undefined
  /** Between the words and the buttons. */
  readonly children?: ReactNode
}

/** What is wrong with one field. */
export interface FieldMessageProps {
  /** Goes on the element: it describes the control. */
  readonly id: string
  readonly children: ReactNode
}

/** One line of a summary. */
export interface SummaryItem {
  /** The same words as at the field. */
  readonly text: string
  /** The same for the screen, each part in its language. @default `text` */
  readonly line?: ReactNode
  /** Without it the line is no link. */
  readonly control?: HTMLElement | undefined
}

/** What is wrong with a form, in one place. */
export interface SummaryProps {
  /** In the order of the fields; at least one. */
  readonly items: readonly SummaryItem[]
  /** May it take the focus? Asked when it appears, and for each failed submit. */
  readonly takeFocus?: (() => boolean) | undefined
  /** Under the list: the buttons. */
  readonly children?: ReactNode
}

/** One part each may be replaced by your own; what the provider mounts may be left out with `null`. */
export interface Surfaces {
  /** The card inside the toast region. */
  readonly toast?: ComponentType<IncidentProps> | null | undefined
  /** The body of the dialog. */
  readonly dialog?: ComponentType<IncidentProps> | null | undefined
  readonly banner?: ComponentType<IncidentProps> | null | undefined
  /** What `ProblemInline` shows. */
  readonly inline?: ComponentType<PlacedProps> | undefined
  /** What `ProblemPage` shows, and a `ProblemBoundary` without a fallback of its own. The focus and the title are yours then. */
  readonly page?: ComponentType<PlacedProps> | undefined
  /** What `ProblemPending` shows. */
  readonly pending?: ComponentType<PlacedProps> | undefined
  /** What `ProblemField` shows. */
  readonly field?: ComponentType<FieldMessageProps> | undefined
  /** What `ProblemSummary` shows. The focus and the title are yours then. */
  readonly summary?: ComponentType<SummaryProps> | undefined
  /** `null`: you mount a `ProblemAnnouncer` with settings of your own; without one nothing is said to screen readers. */
  readonly announcer?: null | undefined
}

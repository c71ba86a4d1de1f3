'use client'
import { useId, type ReactNode } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { useCooldown } from '../hooks/use-cooldown.ts'
import type { Phrase, Words } from '../words/types.ts'
import { ProblemCountdown } from './countdown.tsx'

/** Whose buttons. */
export interface ProblemActionsProps {
  readonly incident: Incident
  /** Actions that the surface offers in another way: the cross of a toast is its `dismiss`. */
  readonly without?: readonly string[] | undefined
}

/**
 * The buttons of an incident in the order of its remedy, the first one primary. While a cooldown holds, `retry` waits
 * beside a countdown; while an action runs, its button is busy. None is ever `disabled`: the focus would fall out of it.
 *
 * @example
 * ```tsx
 * import { ProblemActions, useWords, type IncidentProps } from 'react-remedy'
 *
 * // For `surfaces={{ toast: MyToast }}`.
 * export function MyToast({ incident }: IncidentProps) {
 *   const { title } = useWords().problem(incident.problem, incident.remedy)
 *   return <div>{title} <ProblemActions incident={incident} /></div>
 * }
 * ```
 */
export function ProblemActions({ incident, without = none }: ProblemActionsProps): ReactNode {
  const { client, words } = useRemedyContext()
  const waiting = useCooldown(incident.limit ?? '').active
  const timerId = useId()
  const actions = incident.offer.filter((action) => !without.includes(action))
  if (actions.length === 0 && !waiting) return null
  return (
    <div data-remedy-actions="" lang={words.language} dir={words.dir}>
      {actions.map((action, index) => {
        const waits = waiting && action === 'retry'
        return (
          <ActionButton
            key={action}
            action={action}
            {...labelOf(incident, action, words)}
            primary={index === 0}
            busy={incident.busy === action}
            held={waits || incident.busy !== undefined}
            describedBy={waits ? timerId : undefined}
            onPress={() => void client.act(incident.id, action)}
          />
        )
      })}
      <ProblemCountdown limit={incident.limit} id={timerId} />
    </div>
  )
}

const none: readonly string[] = []

/** One button as plain data. */
export interface ActionButtonProps extends Phrase {
  readonly action: string
  readonly primary?: boolean | undefined
  /** Its own action runs. */
  readonly busy?: boolean | undefined
  /** Pressing it does nothing now. */
  readonly held?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly onPress: () => void
}

/** A button that can wait without losing the focus. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { action, primary = false, busy = false, held = false, describedBy, onPress, ...label } = props
  return (
    <button
      type="button"
      data-remedy-action={action}
      data-remedy-primary={primary ? '' : undefined}
      aria-disabled={held || undefined}
      aria-busy={busy || undefined}
      aria-describedby={describedBy}
      onClick={held ? undefined : onPress}
      {...label}
    />
  )
}

function labelOf({ busy, count, problem }: Incident, action: string, { phrases }: Words): Phrase {
  if (busy === action) return phrases.part('busy')
  return action === 'retry' && count > 1 ? phrases.part('retryAll') : phrases.action(action, problem.contract)
}

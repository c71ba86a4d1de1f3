'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Announcement, Cooldown, RemedyState } from '../../4-act/store.ts'
import { useRemedyContext } from '../context.ts'
import type { Phrase, Words } from '../words/types.ts'
import { createLiveNodes, type LiveNodes, type LiveRole } from './live-nodes.ts'

/** How announcements are made. */
export interface ProblemAnnouncerProps {
  /** Follow the topmost open dialog, outside of which some screen readers hear nothing. @default true */
  readonly move?: boolean | undefined
}

/**
 * Says what the store has to say: politely or assertively, the words alone and never the labels of buttons. Mounted once
 * by the provider, for as long as it lives.
 *
 * @example
 * ```tsx
 * import { ProblemAnnouncer } from 'react-remedy'
 *
 * // For an application whose own dialogs are heard anyway, with `surfaces={{ announcer: null }}` on the provider.
 * export const Announcer = () => <ProblemAnnouncer move={false} />
 * ```
 */
export function ProblemAnnouncer({ move = true }: ProblemAnnouncerProps): ReactNode {
  const { client, words } = useRemedyContext()
  const latest = useRef(words)

  useEffect(() => {
    latest.current = words
  }, [words])

  useEffect(() => {
    const live = createLiveNodes(move)
    const { store } = client
    const tell = (state: RemedyState, before?: RemedyState): void => {
      live.speak(latest.current.language, latest.current.dir)
      for (const channel of channels) announce({ live, words: latest.current, state, before }, channel)
      if (before?.online && !state.online) live.say('status', [latest.current.phrases.part('offline')])
      // An origin that is still away tells of its coming back by itself.
      if (before?.online === false && state.online && Object.keys(state.gates).length === 0)
        live.say('status', [latest.current.phrases.part('backOnline')])
    }
    tell(store.getState())
    const stop = store.subscribe(tell)
    return () => {
      stop()
      live.remove()
    }
  }, [client, move])

  return null
}

interface Change {
  readonly live: LiveNodes
  readonly words: Words
  readonly state: RemedyState
  readonly before: RemedyState | undefined
}

type Channel = 'polite' | 'assertive'

const channels: readonly Channel[] = ['polite', 'assertive']
const roleOf: Record<Channel, LiveRole> = { polite: 'status', assertive: 'alert' }

function announce({ live, words, state, before }: Change, channel: Channel): void {
  const next = state[channel]
  if (next !== undefined && next !== before?.[channel])
    return live.say(roleOf[channel], phrasesOf(next, words, state.cooldowns))
  // What is over is not left standing for those who read the page through.
  if (isOpen(next, before) && !isOpen(next, state)) live.say(roleOf[channel], [])
}

// Title, message, and when it can be tried again. Nothing for a dialog, which is read when it takes the focus.
function phrasesOf(announcement: Announcement, words: Words, cooldowns: RemedyState['cooldowns']): readonly Phrase[] {
  const { phrases } = words
  if (announcement.of === 'text') return [phrases.part(announcement.key)]
  const { problem, remedy, shown, offer, limit = '' } = announcement.incident
  if (shown === 'dialog' || shown === 'page') return []
  const { title, message } = phrases.problem(problem, remedy)
  const again = cooldowns[limit]
    ? [waitOf(cooldowns[limit], words)]
    : offer.includes('retry')
      ? [phrases.part('retryAvailable')]
      : []
  return [{ ...title, children: `${title.children}.` }, message, ...again]
}

// Said here, and once more when it is over; the seconds in between are for the eye.
function waitOf({ known, until, since }: Cooldown, words: Words): Phrase {
  const { phrases } = words
  return known ? phrases.part('wait', { duration: words.duration(until - since) }) : phrases.part('waitUnknown')
}

function isOpen(announcement: Announcement | undefined, state: RemedyState | undefined): boolean {
  if (announcement?.of !== 'incident' || state === undefined) return false
  return state.incidents.some(({ id }) => id === announcement.incident.id)
}

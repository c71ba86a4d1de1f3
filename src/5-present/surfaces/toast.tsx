'use client'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { NoticeCard } from './card.tsx'
import { leaveGhost } from './ghost.ts'
import { calmed } from './pending.tsx'
import type { Region } from './region.ts'

/** One toast in the region. */
export interface ToastProps {
  readonly incident: Incident
  readonly region: Region
}

/** Puts a card, ours or the app's, into the list of the region. */
export function Toast({ incident, region }: ToastProps): ReactNode {
  const { surfaces } = useRemedyContext()
  const item = useLeaving(region)
  const Card = surfaces.toast ?? ToastCard
  return (
    <li ref={item} data-remedy-toast={incident.id}>
      <div>
        <Card incident={incident} />
      </div>
    </li>
  )
}

/** What a toast looks like. A cross is always there, whatever the remedy offers. */
export function ToastCard({ incident }: { readonly incident: Incident }): ReactNode {
  const { client } = useRemedyContext()
  const waits = incident.shown === 'pending'
  const close = (): void => client.dismiss(incident.id)
  return (
    <NoticeCard
      incident={waits ? calmed(incident) : incident}
      surface={waits ? 'pending' : 'toast'}
      focusable
      onClose={close}
    />
  )
}

/** Hands the focus on before the item goes, and lets it go with grace. React still has the node in its place then. */
export function useLeaving(region: Region): RefObject<HTMLLIElement | null> {
  const item = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const node = item.current
    if (node === null) return
    return () => {
      region.leave(node)
      leaveGhost(node, () => region.settle())
    }
  }, [region])
  return item
}

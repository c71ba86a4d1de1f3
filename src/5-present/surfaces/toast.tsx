'use client'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { NoticeCard } from './card.tsx'
import type { Region } from './region.ts'
import { useStay, type StayOptions } from './use-stay.ts'

/** One item of the region. */
export interface RegionItemProps {
  readonly region: Region
  /** The toast that it is. */
  readonly toast?: string | undefined
  readonly children: ReactNode
}

/** Tells the region before it goes: React still has the node in its place then. */
export function RegionItem({ region, toast, children }: RegionItemProps): ReactNode {
  const item = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    const node = item.current
    return node ? () => region.leave(node) : undefined
  }, [region])
  return (
    <li ref={item} data-remedy-toast={toast}>
      <div>{children}</div>
    </li>
  )
}

/** One toast in the region. */
export interface ToastProps {
  readonly incident: Incident
  readonly region: Region
  readonly stay: StayOptions
}

/** Puts a card, ours or the app's, into the list of the region. */
export function Toast({ incident, region, stay }: ToastProps): ReactNode {
  const { client, surfaces } = useRemedyContext()
  useStay(incident, stay)
  return (
    <RegionItem region={region} toast={incident.id}>
      {surfaces.toast ? (
        <surfaces.toast incident={incident} />
      ) : (
        // A cross is always there, whatever the remedy offers.
        <NoticeCard
          incident={incident}
          surface={incident.shown === 'pending' ? 'pending' : 'toast'}
          focusable
          onClose={() => client.dismiss(incident.id)}
        />
      )}
    </RegionItem>
  )
}

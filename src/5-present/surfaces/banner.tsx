'use client'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Incident } from '../../problem/incident.ts'
import { useRemedyContext } from '../context.ts'
import { NoticeCard } from './card.tsx'
import { Icon } from './icon.tsx'

/**
 * The banners, in the flow at the top of the page, where they cover nothing: what lasts, and that the browser is offline.
 * The provider mounts this before the app.
 *
 * @example
 * ```tsx
 * import { ProblemBanner } from 'react-remedy'
 *
 * // Below a header that sticks, with `surfaces={{ banner: null }}` on the provider.
 * export const Top = () => <header><nav>…</nav><ProblemBanner /></header>
 * ```
 */
export function ProblemBanner(): ReactNode {
  const { client, surfaces, words } = useRemedyContext()
  const incidents = useStore(client.store, (state) => state.incidents)
  const online = useStore(client.store, (state) => state.online)
  // Offline is why the network fails, and there is no more to say of it.
  const banners = incidents.filter(({ shown, problem }) => shown === 'banner' && (online || problem.kind !== 'network'))
  // An incident of the network says the same and offers more.
  const gates = useStore(client.store, (state) => state.gates)
  const quiet = banners.every(({ problem }) => problem.kind !== 'network')
  const reconnecting = online && quiet && Object.keys(gates).length > 0
  if (banners.length === 0 && online && !reconnecting) return null
  const Banner = surfaces.banner ?? BannerNotice
  return (
    <section data-remedy-banners="" aria-label={words.part('banner')} lang={words.language} dir={words.dir}>
      {online ? null : <ConnectionNotice part="offline" />}
      {reconnecting ? <ConnectionNotice part="reconnecting" /> : null}
      {banners.map((incident) => (
        <Banner key={incident.id} incident={incident} />
      ))}
    </section>
  )
}

// It can be put away unless nothing works without what it tells of.
function BannerNotice({ incident }: { readonly incident: Incident }): ReactNode {
  const { client } = useRemedyContext()
  const blocking = incident.remedy.severity === 'critical' && !incident.offer.includes('dismiss')
  return (
    <NoticeCard
      incident={incident}
      surface="banner"
      onClose={blocking ? undefined : () => client.dismiss(incident.id)}
    />
  )
}

// That the browser is offline, or that a server cannot be reached and somebody is trying.
function ConnectionNotice({ part }: { readonly part: 'offline' | 'reconnecting' }): ReactNode {
  const { words } = useRemedyContext()
  return (
    <div
      data-remedy-surface="banner"
      data-remedy-card=""
      data-remedy-severity="info"
      {...{ [`data-remedy-${part}`]: '' }}
      lang={words.language}
      dir={words.dir}
    >
      <Icon path={noConnection} />
      <div data-remedy-body="">
        <div data-remedy-message="" {...words.phrases.part(part)} />
      </div>
    </div>
  )
}

const noConnection = 'm3 3 14 14M4 9a9 9 0 0 1 12 0m-9 4a4 4 0 0 1 6 0m-3 4h0'

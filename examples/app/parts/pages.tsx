import { CastPage } from '../pages/cast.tsx'
import { HistoryPage } from '../pages/history.tsx'
import { InvitePage } from '../pages/invite.tsx'
import { NotificationsPage } from '../pages/notifications.tsx'
import { ProfilePage } from '../pages/profile.tsx'
import { ReadingPage } from '../pages/reading.tsx'

/** The page of a path; a path that is none shows the first page. */
export function Pages({ path }: { readonly path: string }) {
  const session = /^\/readings\/([^/]+)$/.exec(path)?.[1]
  if (session !== undefined) return <ReadingPage key={session} id={decodeURIComponent(session)} />
  if (path === '/readings') return <HistoryPage />
  if (path === '/notes') return <NotificationsPage />
  if (path === '/profile') return <ProfilePage />
  if (path === '/invite') return <InvitePage />
  return <CastPage />
}

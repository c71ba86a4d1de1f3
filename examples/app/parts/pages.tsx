import { CreatoriaPage } from '../lab/creatoria-page.tsx'
import { LabPage } from '../lab/lab-page.tsx'
import { QoderPage } from '../lab/qoder-page.tsx'
import { ReportPage } from '../lab/report-page.tsx'
import { ResqPage } from '../lab/resq-page.tsx'
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
  if (path === '/lab') return <LabPage />
  if (path === '/lab/qoder') return <QoderPage />
  if (path === '/lab/creatoria') return <CreatoriaPage />
  if (path === '/lab/resq') return <ResqPage />
  if (path === '/lab/report') return <ReportPage />
  return <CastPage />
}

import { useTranslation } from 'react-i18next'
import { useApiMutation, useSession } from 'react-remedy'
import { useNotifications, usePoints } from '../backend/queries.ts'
import { useServices } from '../services.ts'
import { Brand } from './brand.tsx'
import { Icon, type IconName } from './icon.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Link } from './link.tsx'

const places = [
  { to: '/', icon: 'cast', name: 'nav.cast' },
  { to: '/readings', icon: 'book', name: 'nav.history' },
  { to: '/notes', icon: 'bell', name: 'nav.notifications' },
  { to: '/invite', icon: 'gift', name: 'nav.invite' },
  { to: '/profile', icon: 'person', name: 'nav.profile' },
] as const satisfies readonly { to: string; icon: IconName; name: string }[]

/** The top of every page. */
export function Header({ signedOut }: { readonly signedOut: boolean }) {
  return (
    <header className="header">
      <Brand />
      {signedOut ? null : <Places className="header-places" />}
      <div className="header-end">
        {signedOut ? null : <PointsButton />}
        <LanguageSwitch />
        {signedOut ? null : <SignOut />}
      </div>
    </header>
  )
}

/** The same places at the bottom, where a thumb is. */
export function TabBar() {
  return <Places className="tab-bar" />
}

function Places({ className }: { readonly className: string }) {
  const { t } = useTranslation()
  return (
    <nav className={className} aria-label={t('nav.label')}>
      {places.map(({ to, icon, name }) => (
        <Link key={to} to={to} className="place">
          <Icon name={icon} />
          <span>{t(name)}</span>
          {to === '/notes' ? <Unread /> : null}
        </Link>
      ))}
    </nav>
  )
}

function Unread() {
  const { t } = useTranslation()
  const { data = [] } = useNotifications()
  const count = data.filter(({ read }) => !read).length
  if (count === 0) return null
  return (
    <span className="unread">
      <span className="hidden">{t('nav.unread', { count })}</span>
    </span>
  )
}

function PointsButton() {
  const { t } = useTranslation()
  const { desk } = useServices()
  const { data } = usePoints()
  return (
    <button type="button" id="points" className="points" onClick={() => desk.setState({ rechargeOpen: true })}>
      <Icon name="drop" />
      {data ? t('points.label', { count: data.balance }) : t('points.unknown')}
    </button>
  )
}

function SignOut() {
  const { t } = useTranslation()
  const { api, tokens } = useServices()
  const session = useSession()
  // Leaving works without the server too: whatever it answers, the session is over here.
  const leave = useApiMutation({
    mutationFn: () => api.logout(tokens.read()?.refreshToken),
    onSettled: () => session.signOut(),
    show: 'none',
  })
  return (
    <button type="button" id="sign-out" className="quiet" onClick={() => leave.mutate()}>
      {t('nav.signOut')}
    </button>
  )
}

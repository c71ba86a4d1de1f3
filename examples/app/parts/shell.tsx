import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemBoundary, SignInDialog, useSession } from 'react-remedy'
import { useServices } from '../services.ts'
import { signInPath } from '../state/router.ts'
import { usePlace } from '../state/use.ts'
import { AskDialog } from '../lab/ask-dialog.tsx'
import { SignInForm, SignInPage } from '../pages/sign-in.tsx'
import { Header, TabBar } from './navigation.tsx'
import { Pages } from './pages.tsx'
import { RechargeDialog } from './recharge-dialog.tsx'

/** The frame around every page; who is not signed in sees the sign-in and nothing else. */
export function Shell() {
  const { t } = useTranslation()
  const { router } = useServices()
  const path = usePlace((place) => place.path)
  const { status } = useSession()
  const signedOut = status === 'anonymous' || status === 'ended'

  useEffect(() => {
    if (signedOut) router.toSignIn()
    else if (path === signInPath) router.back()
  }, [router, signedOut, path])

  const main = useFocusOf(path)

  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <Header signedOut={signedOut} />
      <main id="main" ref={main} tabIndex={-1}>
        {/* Another page is another try. */}
        <ProblemBoundary key={path}>{signedOut ? <SignInPage /> : <Pages path={path} />}</ProblemBoundary>
      </main>
      {signedOut ? null : <TabBar />}
      {signedOut ? null : <RechargeDialog />}
      {signedOut ? null : <AskDialog />}
      <SignInDialog>
        <div className="again">
          <SignInForm />
        </div>
      </SignInDialog>
    </div>
  )
}

// Another page takes the focus along, as a page load would; the first one leaves it to the browser.
function useFocusOf(path: string) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}

import { createContext, useContext } from 'react'
import { QueryClient } from '@tanstack/react-query'
import { createRemedyClient, createSession } from 'react-remedy'
import { createApi } from './backend/api.ts'
import { createHttp } from './backend/http.ts'
import { clearDrafts } from './draft.ts'
import { createI18n } from './i18n.ts'
import { createLabApi } from './lab/lab-api.ts'
import { createLab, emptyLab } from './lab/lab-store.ts'
import { contracts, sixLines } from './remedy.ts'
import { createDesk, emptyDesk } from './state/desk.ts'
import { applyLook, createLook } from './state/look.ts'
import { createRouter } from './state/router.ts'
import { createTokens, type Grant, type Member } from './tokens.ts'

export interface Credentials {
  readonly email: string
  readonly otp: string
}

export type Services = ReturnType<typeof createServices>

/** Everything that lives as long as the page: made once in `main.tsx`, handed down by context. */
export function createServices() {
  const tokens = createTokens()
  const desk = createDesk()
  const lab = createLab()
  const look = createLook()
  const i18n = createI18n(look.getState().language)
  applyLook(look, i18n)

  const session = createSession<Member, Credentials>({
    load: async () => {
      const grant = tokens.read()
      return grant && signedIn(grant)
    },
    signIn: async ({ email, otp }) => keep(await api.verify(email, otp)),
    refresh: async (signal) => keep(await api.refresh(tokens.read()?.refreshToken ?? '', signal)),
    authorize: (request) => {
      const grant = tokens.read()
      // The other backends want keys of their own, and get no token of ours.
      if (grant && isOurs(request.url)) request.headers.set('authorization', `Bearer ${grant.accessToken}`)
      return request
    },
    onEnd: (reason) => {
      // Whoever has signed in instead has put tokens of their own there already.
      if (reason !== 'another-user') tokens.clear()
      clearDrafts(tokens.read()?.user.id)
      desk.setState(emptyDesk)
      lab.setState(emptyLab)
    },
  })

  const client = createRemedyClient({ contracts, session })
  const api = createApi(createHttp(client.fetch(sixLines), () => look.getState().language))
  const labApi = createLabApi(client, lab, () => look.getState().language)
  const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } })

  return { tokens, desk, lab, look, i18n, session, client, api, labApi, queryClient, router: createRouter() }

  function keep(grant: Grant) {
    tokens.write(grant)
    return signedIn(grant)
  }
}

// ResQ’s operators sign in where the users of the product do.
function isOurs(url: string): boolean {
  return /^\/(api|resq)\//.test(new URL(url, location.href).pathname)
}

// The access token ends sooner, and nobody needs to know.
function signedIn({ user, sessionExpiresAt }: Grant) {
  return { id: user.id, user, expiresAt: sessionExpiresAt }
}

export const ServicesContext = createContext<Services | null>(null)

/** The services of this page. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('useServices: no <ServicesContext> above')
  return services
}

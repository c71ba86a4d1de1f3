import { createStore, type StoreApi } from 'zustand/vanilla'

/** Where the user is, and where to return to after signing in. */
export interface Place {
  readonly path: string
  readonly returnTo: string | undefined
}

export interface Router {
  readonly store: StoreApi<Place>
  readonly go: (path: string, options?: { readonly replace?: boolean }) => void
  /** To the sign-in page, remembering where the user was. */
  readonly toSignIn: () => void
  /** Back to where the user was before signing in. */
  readonly back: () => void
}

export const signInPath = '/sign-in'

/** A router of paths of this application only: nothing from outside is ever a destination. */
export function createRouter(): Router {
  const store = createStore<Place>(() => ({ path: location.pathname, returnTo: undefined }))
  window.addEventListener('popstate', () => store.setState({ path: location.pathname }))

  function go(path: string, { replace = false } = {}): void {
    if (path === store.getState().path) return
    if (replace) history.replaceState(null, '', path)
    else history.pushState(null, '', path)
    store.setState({ path })
    window.scrollTo(0, 0)
  }

  return {
    store,
    go,
    toSignIn: () => {
      const { path } = store.getState()
      if (path === signInPath) return
      store.setState({ returnTo: path })
      go(signInPath, { replace: true })
    },
    back: () => {
      const { returnTo = '/' } = store.getState()
      store.setState({ returnTo: undefined })
      go(returnTo, { replace: true })
    },
  }
}

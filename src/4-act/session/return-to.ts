/**
 * Where to go after signing in: the path of `target` when that is a page of this very origin and not the sign-in itself,
 * else `/`. Whatever comes out of it can be given to `location.assign` or a router; what goes into it may come from anybody.
 *
 * `login` is the path of the sign-in page; what lies below it belongs to it. `base` is the page's own address.
 *
 * @example
 * ```tsx
 * import { ErrorProvider, returnTo } from 'react-remedy'
 *
 * const signIn = () => location.assign(`/login?to=${encodeURIComponent(returnTo(location.href, '/login'))}`)
 *
 * export const App = () => <ErrorProvider contracts={[]} actions={{ login: signIn }} />
 *
 * // On the sign-in page, once it is done:
 * export const goOn = () => location.assign(returnTo(new URLSearchParams(location.search).get('to'), '/login'))
 * ```
 */
export function returnTo(target: unknown, login: string, base: string = globalThis.location.href): string {
  const here = new URL(base)
  const url = typeof target === 'string' ? parse(target, here) : undefined
  // The origin of a blob is that of its page, but it is no page.
  if (url === undefined || url.origin !== here.origin || url.protocol !== here.protocol) return '/'
  const path = `${url.pathname}${url.search}${url.hash}`
  // What was left of dots can begin with two slashes, and would then be read as a host.
  return parse(path, here)?.href === url.href && !isWithin(url, parse(login, here)) ? path : '/'
}

function isWithin({ pathname }: URL, login: URL | undefined): boolean {
  return login !== undefined && `${plain(pathname)}/`.startsWith(`${plain(login.pathname)}/`)
}

// A router may decode a path, and take a missing slash for one.
function plain(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\/+$/, '').toLowerCase()
  } catch {
    return path
  }
}

function parse(url: string, base: URL): URL | undefined {
  try {
    return new URL(url, base)
  } catch {
    return undefined
  }
}

import { creatoriaRoutes } from './creatoria.ts'
import { creatoriaWire } from './creatoria-wire.ts'
import { elsewhereRoutes } from './elsewhere.ts'
import { qoderRoutes } from './qoder.ts'
import { qoderWire } from './qoder-wire.ts'
import { resqRoutes } from './resq.ts'
import { resqWire } from './resq-wire.ts'
import type { WireCase, WireCases } from './wire-case.ts'

/** The backends beside the product's own: each has paths, failures and habits of its own. */
export const backends = {
  qoder: { title: 'Qoder', wire: qoderWire },
  creatoria: { title: 'Creatoria', wire: creatoriaWire },
  resq: { title: 'ResQ', wire: resqWire },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly wire: WireCases }>>

export const backendRoutes = { ...qoderRoutes, ...creatoriaRoutes, ...resqRoutes, ...elsewhereRoutes }

/** Does the path belong to one of them? */
export function isBackendPath(path: string): boolean {
  return /^\/(qoder|creatoria|resq|elsewhere)\//.test(path)
}

/** The failure of that name, where the backend of this route has one. */
export function caseFor(route: string, name: unknown): WireCase | undefined {
  const owner = / \/(\w+)\//.exec(route)?.[1]
  if (owner === undefined || !Object.hasOwn(backends, owner)) return undefined
  const cases: WireCases = backends[owner as keyof typeof backends].wire
  return typeof name === 'string' && Object.hasOwn(cases, name) ? cases[name] : undefined
}

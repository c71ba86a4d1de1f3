import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** What `scripts/pack.mjs` leaves. */
export const tarball = `${projectRoot}reports/package/react-remedy.tgz`

/** Where the older compilers are, apart from the project. */
export const compilers = `${projectRoot}test/types/compilers`

/** Unpacks the tarball as `react-remedy` into a `node_modules` of its own under `folder`; answers with its place. */
export function unpackInto(folder: string): string {
  const modules = `${folder}/node_modules`
  rmSync(modules, { recursive: true, force: true })
  mkdirSync(modules, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', modules])
  renameSync(`${modules}/package`, `${modules}/react-remedy`)
  return `${modules}/react-remedy`
}

// The doors of the package, read from the `exports` of package.json, so that build and checks cannot disagree with it.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

/**
 * Every door that is code: `{ subpath: './core', name: 'core', source: 'src/core.ts' }`.
 * A door whose source is not there is left out here; `test/package` demands them all.
 */
export function doors() {
  const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  return Object.entries(exports).flatMap(([subpath, target]) => {
    const file = target?.default
    if (typeof file !== 'string' || !file.endsWith('.js')) return []
    const name = file.slice('./dist/'.length, -'.js'.length)
    return name.includes('*') ? expand(subpath, name) : present(subpath, name)
  })
}

/** The folder of the project. */
export const projectRoot = fileURLToPath(root)

function expand(subpath, name) {
  const [folder, rest] = name.split('*')
  const names = readdirSync(new URL(`src/${folder}`, root))
    .filter((file) => file.endsWith(`${rest}.ts`))
    .map((file) => file.slice(0, -`${rest}.ts`.length))
  // Languages only: what lies beside them (the interface they satisfy) is no door.
  return names.filter(isLanguageTag).flatMap((each) => present(subpath.replace('*', each), name.replace('*', each)))
}

function present(subpath, name) {
  const source = `src/${name}.ts`
  return existsSync(new URL(source, root)) ? [{ subpath, name, source }] : []
}

function isLanguageTag(name) {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(name)
}

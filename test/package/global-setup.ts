import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureDeps } from '../../scripts/ensure-deps.mjs'
import { compilers, projectRoot, tarball } from './places.ts'

/** Packs the package once for all tests of this project; under `npm test` that has just been done. */
export default function setup(): void {
  if (!process.env['REMEDY_PACKED'])
    execFileSync(process.execPath, ['scripts/pack.mjs'], { cwd: projectRoot, stdio: 'inherit' })
  if (!existsSync(tarball)) throw new Error('There is no tarball to test: packing failed.')
  ensureDeps(compilers)
}

// Packs the package as npm would publish it (which builds it), and leaves the tarball where the package checks look.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './doors.mjs'
import { npm } from './ensure-deps.mjs'

const folder = join(projectRoot, 'reports', 'package')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const { status } = npm(['pack', '--pack-destination', folder, '--silent'], projectRoot)
const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'))
if (status !== 0 || !tarball) {
  console.error('The package could not be packed.')
  process.exit(1)
}
renameSync(join(folder, tarball), join(folder, 'react-remedy.tgz'))

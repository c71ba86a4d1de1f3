import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Where the built demo lies while the tests run. */
export const demoFolder = fileURLToPath(new URL('../../.cache/demo', import.meta.url))

/** Builds the demo once, as it would be deployed; every worker serves that. */
export default async function buildDemo(): Promise<void> {
  rmSync(demoFolder, { recursive: true, force: true })
  await build({
    configFile: fileURLToPath(new URL('../../examples/vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { outDir: demoFolder, emptyOutDir: true, chunkSizeWarningLimit: 4_000 },
  })
}

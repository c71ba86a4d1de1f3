import { copyFileSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { defineConfig, type Plugin } from 'vite'
import manifest from './package.json' with { type: 'json' }
import { doors } from './scripts/doors.mjs'

/** The library: one module out for each module in, so that an app takes along what it uses and nothing else. */
export default defineConfig({
  publicDir: false,
  plugins: [styles()],
  // Whatever NODE_ENV the build is started under: the JSX of development carries paths of this machine.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    lib: { formats: ['es'], entry: Object.fromEntries(doors().map((door) => [door.name, door.source])) },
    rolldownOptions: {
      external: isExternal,
      // With one module out for each module in, directives stay where they are; a test looks.
      onLog: (level, log, pass) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && pass(level, log),
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
})

function isExternal(id: string): boolean {
  const packages = [...Object.keys(manifest.peerDependencies), ...Object.keys(manifest.dependencies)]
  if (id.startsWith('node:') || builtinModules.includes(id)) return true
  return packages.some((name) => id === name || id.startsWith(`${name}/`))
}

/** The stylesheet goes out as it is, with an empty declaration for projects that check imports for side effects. */
function styles(): Plugin {
  return {
    name: 'remedy-styles',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      copyFileSync('src/styles.css', `${dir}/styles.css`)
      writeFileSync(`${dir}/styles.css.d.ts`, 'export {}\n')
    },
  }
}

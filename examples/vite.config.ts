import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { createDemoServer } from './server/index.ts'

/** The demo application, on the source of the library beside it; while developing, its server answers in the same place. */
export default defineConfig({
  root: path('./app'),
  cacheDir: path('../node_modules/.vite/demo'),
  plugins: [react(), demoServer()],
  resolve: {
    alias: [
      { find: /^react-remedy$/, replacement: path('../src/index.ts') },
      { find: /^react-remedy\/core$/, replacement: path('../src/core.ts') },
      { find: /^react-remedy\/contracts\/(\w+)$/, replacement: path('../src/contracts/$1/index.ts') },
      { find: /^react-remedy\/locales\/([\w-]+)$/, replacement: path('../src/locales/$1.ts') },
      { find: /^react-remedy\/styles\.css$/, replacement: path('../src/styles.css') },
    ],
  },
  server: { host: '127.0.0.1', port: 5170, fs: { allow: [path('..')] } },
  build: { outDir: path('./dist'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
})

// In the same process and at the same address: a proxy in between would answer where the server drops a connection.
function demoServer(): Plugin {
  return {
    name: 'demo-server',
    apply: 'serve',
    configureServer(vite) {
      const { handle } = createDemoServer()
      vite.middlewares.use((request, response, next) => {
        if (!handle(request, response)) next()
      })
    },
  }
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}

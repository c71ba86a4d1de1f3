// The demo application and its server, in one process: `npm start`, `npm start -- --port 3000`.
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { ensureDeps, orExit } from './ensure-deps.mjs'

orExit(ensureDeps)
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '5173' },
    host: { type: 'string', default: '127.0.0.1' },
    strictPort: { type: 'boolean', default: false },
  },
})

// Imported only now, because it needs what `ensureDeps` may just have installed.
const { createServer } = await import('vite')
const server = await createServer({
  configFile: fileURLToPath(new URL('../examples/vite.config.ts', import.meta.url)),
  server: { port: Number(values.port), host: values.host, strictPort: values.strictPort },
})
await server.listen()
console.log(`The demo is at ${server.resolvedUrls?.local[0] ?? ''}  (Ctrl+C ends it)`)

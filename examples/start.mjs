// Starts the demo: the application and its server at one address on loopback.
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

/** Listens at the usual port, or at the next free one, and says where. */
export async function start() {
  const vite = await createServer({
    configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
    clearScreen: false,
    logLevel: 'warn',
  })
  await vite.listen()
  const [url] = vite.resolvedUrls?.local ?? []
  console.log(`\n  Six Lines, the demo of react-remedy: ${url}\n  Open “Break it” at its edge. Ctrl+C ends it.\n`)
  return { url, close: () => vite.close() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await start()

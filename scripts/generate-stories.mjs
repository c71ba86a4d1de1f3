// Writes one story for each code of a contract, because Storybook reads the names of stories without running them.
// `node scripts/generate-stories.mjs` writes; `--check` fails when the file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'vite'

const target = 'stories/divination/codes.stories.tsx'
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
})
const { divination } = await server.ssrLoadModule('/src/contracts/divination/index.ts')
await server.close()

const text = [
  '// Written by scripts/generate-stories.mjs from the catalogue.',
  "import type { Meta } from '@storybook/react-vite'",
  "import { codeStory } from '../code-story.tsx'",
  '',
  "const meta: Meta = { title: 'Divination/Every code', tags: ['!autodocs'] }",
  'export default meta',
  '',
  ...Object.keys(divination.catalogue).map((code) => `export const ${code} = codeStory('${code}')`),
  '',
].join('\n')

if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what the catalogue says. Run: npm run generate`)
  process.exitCode = 1
}

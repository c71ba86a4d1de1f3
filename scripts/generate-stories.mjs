// Writes one story for each answer of a backend, because Storybook reads the names of stories without running them.
// `node scripts/generate-stories.mjs` writes; `--check` fails when a file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'vite'

const backends = { divination: 'Divination', qoder: 'Qoder', creatoria: 'Creatoria', resq: 'ResQ' }
const check = process.argv.includes('--check')

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false },
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
})
for (const name of Object.keys(backends)) {
  const { [name]: backend } = await server.ssrLoadModule(`/stories/backends/${name}.ts`)
  put(`stories/${name}/codes.stories.tsx`, fileOf(name, Object.keys(backend.cases)))
}
await server.close()

function fileOf(name, cases) {
  return [
    '// Written by scripts/generate-stories.mjs.',
    "import type { Meta } from '@storybook/react-vite'",
    `import { ${name} } from '../backends/${name}.ts'`,
    "import { codeStories } from '../code-story.tsx'",
    '',
    `const meta: Meta = { title: '${backends[name]}/Every code', tags: ['!autodocs'] }`,
    'export default meta',
    '',
    `const codeStory = codeStories(${name})`,
    '',
    ...cases.map((story) => `export const ${story} = codeStory('${story}')`),
    '',
  ].join('\n')
}

function put(path, text) {
  if (!check) writeFileSync(path, text)
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is not what the answers of the backend say. Run: npm run generate`)
    process.exitCode = 1
  }
}

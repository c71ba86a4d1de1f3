// Times our hooks against TanStack's own in Chromium, and writes the table: npm run bench:hooks.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { launchOptions } from '../../scripts/browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = `${root}/reports/bench-hooks`
const rounds = Number(process.argv[2] ?? 80)

await build({
  root,
  configFile: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    lib: { entry: `${root}/bench/hooks/main.tsx`, formats: ['es'], fileName: 'main' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
})

const browser = await chromium.launch(launchOptions())
try {
  const tab = await browser.newPage()
  const code = await readFile(`${outDir}/main.js`, 'utf8')
  const rows = await tab.evaluate(
    async ([source, wanted]) => {
      const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
      return (await import(url)).measure(wanted)
    },
    [code, rounds],
  )
  const text = page(rows, browser.version())
  console.log(text)
  await writeFile(`${root}/bench/hooks.md`, text)
} finally {
  await browser.close()
}

function page(rows, version) {
  const cells = rows.map(
    ({ name, plain, noise, ours }) =>
      `| ${name} | ${plain.toFixed(1)} ms | ${noise.toFixed(2)} × | ${ours.toFixed(2)} × |`,
  )
  return `# Hooks on success

Written by \`npm run bench:hooks\`: production builds in Chromium ${version}, ${rounds} interleaved rounds, the lower
quartile of each. *Again* is TanStack's own hooks against themselves, which is the noise of the measurement; *ours* are
\`useApiQuery\` and \`useApiMutation\` below an \`ErrorProvider\`. Timers between an answer and its render are taken out, so
that nothing but work is compared.

| | TanStack | again | ours |
| --- | ---: | ---: | ---: |
${cells.join('\n')}
`
}

// Times reports of 64 KB and of 256 KB, and writes the table: npm run bench:report.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = `${root}/reports/bench-report`

await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: { ssr: `${root}/bench/report/main.ts`, outDir, emptyOutDir: true, target: 'node20' },
})
const { shapes, timesOf } = await import(pathToFileURL(`${outDir}/main.js`).href)
const rows = Object.entries(shapes).map(([name, shape]) => {
  const { quarter, whole } = timesOf(shape, 60)
  return `| ${name} | ${quarter.toFixed(2)} ms | ${whole.toFixed(2)} ms | ${(whole / quarter).toFixed(1)} × |`
})
const text = `# Reports

Written by \`npm run bench:report\`: one report, secrets redacted, of a problem whose request and response have a body of this
size and shape; Node ${process.versions.node}, the best of 60 interleaved rounds. Linear is 4 ×, the law allows 5 ×.

| | 64 KB | 256 KB | ratio |
| --- | ---: | ---: | ---: |
${rows.join('\n')}
`
console.log(text)
await writeFile(`${root}/bench/report.md`, text)

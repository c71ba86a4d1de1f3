// Times our hooks against TanStack's own in Chromium, and writes the table: npm run bench:hooks.
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
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
  const devtools = await tab.context().newCDPSession(tab)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const code = await readFile(`${outDir}/main.js`, 'utf8')
  const bench = await tab.evaluateHandle(
    (source) => import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))),
    code,
  )
  const rows = []
  for (const name of await bench.evaluate(({ names }) => names)) rows.push(await measure(devtools, bench, name))
  const text = page(rows, browser.version())
  console.log(text)
  await writeFile(`${root}/bench/hooks.md`, text)
} finally {
  await browser.close()
}

/**
 * One row: every way in each round, and nothing at all, which is what asking costs. In any order, because each leaves its
 * garbage to the next.
 */
async function measure(devtools, bench, name) {
  const row = await bench.evaluateHandle(({ rowOf }, which) => rowOf(which), name)
  const times = [[], [], [], []]
  for (let round = -10; round < rounds; round++)
    for (const way of shuffled([0, 1, 2, 3])) {
      await row.evaluate((each, at) => each.prepare(at), way)
      const begin = await worked(devtools)
      await row.evaluate((each, at) => (at < 3 ? each.run() : undefined), way)
      const time = (await worked(devtools)) - begin
      await row.evaluate((each) => each.clear())
      if (round >= 0) times[way].push(time)
    }
  await row.evaluate((each) => each.end())
  const [plain, again, ours, nothing] = times.map(fasterHalf)
  const timesOf = (time) => (time - nothing) / (plain - nothing)
  return { name, plain: plain - nothing, noise: timesOf(again), ours: timesOf(ours) }
}

function shuffled(ways) {
  const order = ways.map((way) => [Math.random(), way])
  return order.toSorted(([a], [b]) => a - b).map(([, way]) => way)
}

/** Milliseconds that the page's thread has worked so far. What else the machine does meanwhile is not in it. */
async function worked(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000
}

/** The mean of the faster half: collecting garbage disturbs some rounds and not all. */
function fasterHalf(times) {
  const half = times.toSorted((a, b) => a - b).slice(0, Math.ceil(times.length / 2))
  return half.reduce((sum, time) => sum + time) / half.length
}

function page(rows, version) {
  const cells = rows.map(
    ({ name, plain, noise, ours }) =>
      `| ${name} | ${plain.toFixed(1)} ms | ${noise.toFixed(2)} × | ${ours.toFixed(2)} × |`,
  )
  return `# Hooks on success

Written by \`npm run bench:hooks\`: production builds in Chromium ${version}, ${rounds} rounds in random order, of each the
mean of the faster half, on ${availableParallelism()} cores under a load of ${loadavg()[0].toFixed(0)}. What is timed is how long the page's main thread worked, so
that neither what else the machine does nor waiting is in it. *Again* is TanStack's own hooks against themselves, which is
the noise of the measurement; *ours* are \`useApiQuery\` and \`useApiMutation\` below an \`ErrorProvider\`.

| | TanStack | again | ours |
| --- | ---: | ---: | ---: |
${cells.join('\n')}
`
}

// Bundles the simulation together with the reducer it runs, plays it, and writes the table: npm run bench:storm.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = `${root}/reports/bench`
const asked = Object.fromEntries(process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')))

await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: { ssr: `${root}/bench/storm/main.ts`, outDir, emptyOutDir: true, target: 'node20', minify: false },
})
const { storm } = await import(pathToFileURL(`${outDir}/main.js`).href)
const began = performance.now()
const table = storm(asked, (line) => console.log(line))
const seconds = Math.round((performance.now() - began) / 1000)
console.log(`\n${seconds} s`)
if (Object.keys(asked).length === 0) await writeFile(`${root}/bench/storm.md`, page(table))

function page(table) {
  return `# Storms

Written by \`npm run bench:storm\`: a seeded simulation of one origin and many tabs that runs the library's own gate and
its own retry decision. Load A: 50,000 tabs, a page of five requests every 25 s; load B: 100,000 tabs, every 50 s. All
times between pages are exponential. The origin is a bucket of tokens that carries 1.8, 1.4 or 1.25 times the normal load;
a request it turns away costs it 0.3, 0.5 or 0.8 of one that it serves.

- *sent per made*: requests sent during the outage for each one that users made during it
- *peak*: most requests in one second, over what the origin can carry; during the outage and after it
- *recovered*: seconds after the outage until five seconds follow in which 99 % of the requests succeed
- *errors*: requests of the whole run that ended as an error, and the same over the requests made during the outage
- *shown*: errors that came up on a screen. With this library what has one cause is one incident with a count; it is counted
  once more after any success in its tab. The others know no causes: each failed request is an error of its own
- *healthy*: requests of the four healthy routes that failed, or took longer than a second
- *mean wait*: from being made to the data, for what was made during the outage and got through

A herd without an outage is looked at for 12 s.

What the numbers say:

- In every scenario but one no more requests end as an error than with TanStack's default. In outages of 5 s and more this library sends about
  half of its requests or less (a fifth in 60 s), and the origin comes back under less than half of its peak. What comes up on screens is an
  eighth or less of that in an outage of 60 s. The grouping is a rule of the simulation, the law of one incident for one origin; an app with
  TanStack's default could group for itself.
- That is paid for with time: what waited is spread, so that the data comes later, and an origin with a quarter to spare
  works through it for up to 24 s, after a herd without an outage for up to 30 s (TanStack, which gave most of it up, 8 s).
- A blip of 2 or 5 s costs no more than 0.6 % of the requests made in it, also where the origin has only a quarter to
  spare. There it takes 20 s of release: to fit five seconds of requests into the spare quarter of less time is impossible,
  and whatever is turned away costs the origin almost as much as what it serves. Half of what waits is let go within 10 s.
  The release counts against nobody's patience.
- One bad route of five holds up none of the healthy requests.
- A constant \`Retry-After: 30\` is a floor for every request that was told so: it is handed over with a countdown, because 30 s are more than the
  12 s that a call waits. What was never sent was told nothing: it waits as in any outage, and one of it asks before they give up, the
  first as soon as nobody has asked for 8 s. In an outage of 60 s that fails fewer requests than TanStack's default, which does not hear the
  header, with a sixth to an eighth of what it sends.
- The exception is that header in an outage of no more than 30 s. There most tabs meet it with a whole page in flight, whose five requests are
  all told to wait longer than they may. With load B those alone, and what is asked for more than 12 s before the end, are 255k,
  more than TanStack's errors (239k): no client that keeps both the floor and the patience can do better. With load A it is 240k against
  238k: to ask early for a page costs one of its five requests where the answer is no, and brings all of them at once where it is yes.

${table}
`
}

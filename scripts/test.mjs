// Every check, in order, going on after a failure so that one run tells all. The last line counts what the runners' own
// reports say. `npm test -- unit stories` runs only the steps named.
import { mkdirSync, rmSync } from 'node:fs'
import { ensureDeps, orExit } from './ensure-deps.mjs'
import { runStep } from './run-step.mjs'

const results = []
process.once('exit', closingLine)
orExit(ensureDeps)
const wanted = process.argv.slice(2)
if (wanted.length === 0) rmSync('reports', { recursive: true, force: true })
mkdirSync('reports', { recursive: true })

/** Steps of one row run side by side: those that use one core. The others have the machine for themselves. */
const rows = [
  [
    { name: 'format', command: 'oxfmt --check' },
    { name: 'lint', command: 'oxlint' },
    { name: 'types', command: 'tsc --noEmit' },
    { name: 'types of the demo', command: 'tsc --noEmit -p examples' },
  ],
  [vitest('unit', 'unit')],
  [{ name: 'build and pack', command: 'node scripts/pack.mjs' }],
  [
    { name: 'publint', command: 'publint --strict reports/package/react-remedy.tgz' },
    { name: 'declarations', command: 'attw reports/package/react-remedy.tgz --profile esm-only' },
    { name: 'sizes', command: 'node scripts/check-size.mjs' },
    { name: 'unused', command: 'knip' },
  ],
  [{ ...vitest('package', 'package'), env: { REMEDY_PACKED: '1' } }],
  [vitest('stories', 'storybook')],
  [vitest('browser', 'browser')],
  [vitest('react 18', 'react-18')],
  [vitest('faults', 'faults')],
  [{ name: 'e2e', command: 'playwright test --reporter=line,json', report: 'reports/e2e.json', kind: 'playwright' }],
]

const known = rows.flat().map((step) => step.name)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are: ${known.join(', ')}`)
  process.exit(1)
}

if (!(await browserIsThere())) results.push({ passed: 0, failed: 1 })
for (const row of rows) {
  const steps = row.filter((step) => wanted.length === 0 || wanted.includes(step.name))
  results.push(...(await Promise.all(steps.map(runStep))))
}

// Whatever ended the run, the last line is the count, and a run in which nothing passed has failed.
function closingLine(code) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const counted = results.reduce((sum, result) => sum + result.failed, 0)
  const failed = counted === 0 && (code !== 0 || passed === 0) ? 1 : counted
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

function vitest(name, project) {
  const report = `reports/${project}.json`
  const reporters = `--reporter=default --reporter=json --outputFile.json=${report}`
  return { name, command: `vitest run --project=${project} ${reporters}`, report, kind: 'vitest' }
}

// Imported only now, because it needs what `ensureDeps` may just have installed.
async function browserIsThere() {
  const { ensureBrowser } = await import('./ensure-browser.mjs')
  try {
    await ensureBrowser()
    return true
  } catch (error) {
    console.error(error.message)
    return false
  }
}

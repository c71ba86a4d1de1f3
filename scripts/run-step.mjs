// Runs one check and says in a line how it went; its output is shown only when it failed.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const limit = 20 * 60_000
const running = new Set()

/**
 * @param {{ name: string, command: string, report?: string, kind?: 'vitest' | 'playwright', env?: Record<string, string> }} step
 * @returns {Promise<{ passed: number, failed: number }>} a step without a report counts as one
 */
export async function runStep(step) {
  const began = performance.now()
  if (step.report) rmSync(step.report, { force: true }) // what an earlier run said is no answer
  const { code, output } = await run(step)
  const counted = count(step, code)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${counted.failed === 0 ? '✓' : '✗'} ${step.name.padEnd(18)} ${tell(step, counted)}  ${seconds} s`)
  if (counted.failed > 0) console.log(indent(output))
  return counted
}

function run({ command, report, env: own }) {
  const bin = resolve('node_modules', '.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1', ...own }
  delete env['FORCE_COLOR']
  if (report) env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = report
  // A group of its own, so that a browser or a server that hangs can be ended with the step that started it.
  const child = spawn(command, {
    shell: true,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  const timer = setTimeout(() => {
    chunks.push(Buffer.from(`\nended: it ran for more than ${limit / 60_000} minutes\n`))
    end(child)
  }, limit)
  return new Promise((done) => {
    child.on('close', (code) => {
      clearTimeout(timer)
      running.delete(child)
      done({ code: code ?? 1, output: Buffer.concat(chunks).toString() })
    })
  })
}

function end(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of running) end(child)
    process.exit(130)
  })
}

/** A runner that failed without a failed test (an unhandled rejection, a file that does not load) failed once. */
function count({ report, kind }, code) {
  if (!report) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const counted = kind === 'playwright' ? readPlaywright(report) : readVitest(report)
  if (counted.failed > 0 || (code === 0 && counted.passed > 0)) return counted
  return { ...counted, failed: 1 }
}

function readVitest(report) {
  const told = readJson(report)
  if (!told) return { passed: 0, failed: 0, skipped: 0 }
  const broken = told.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const skipped = told.numPendingTests + told.numTodoTests
  return { passed: told.numPassedTests, failed: told.numFailedTests + broken.length, skipped }
}

function readPlaywright(report) {
  const stats = readJson(report)?.stats
  if (!stats) return { passed: 0, failed: 0, skipped: 0 }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function tell({ report }, { passed, failed, skipped }) {
  if (!report) return failed === 0 ? 'passed' : 'failed'
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} left out` : ''}`
}

// Some tools colour their words although NO_COLOR asks them not to.
function indent(text) {
  return stripVTControlCharacters(text).trimEnd().replace(/^/gm, '    ')
}

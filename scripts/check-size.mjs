// How much of an app's bundle each part takes: minified, brotli, peers left out, measured with two bundlers on `dist`.
// What is loaded on demand (the words of a contract) counts for itself.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import { rolldown } from 'rolldown'
import { doors, projectRoot } from './doors.mjs'

const { peerDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
const peers = Object.keys(peerDependencies)

const contract = `export { divination } from 'react-remedy/contracts/divination'\n`
const core = `export * from 'react-remedy/core'\n${contract}`
const hooks = `${core}export { createRemedyClient, createSession, apiQueryOptions, apiInfiniteQueryOptions, apiMutationOptions,
  useApiQuery, useApiInfiniteQuery, useApiSuspenseQuery, useApiMutation, useRemedy, useSession, useIncidents, useCooldown,
  useOnline, useProblem, useProblemField } from 'react-remedy'\n`
const toasts = `${hooks}export { ProblemToaster, ProblemDialogs } from 'react-remedy'\n`
const usual = `${contract}export { ErrorProvider, useApiQuery, useApiMutation } from 'react-remedy'\n`
const everything = `${core}export * from 'react-remedy'\n`

const table = []
const parts = new Map()
// The goal is where the kit has to get; the ceiling is where it is, so that nothing grows unnoticed.
await limit('core and one contract', { goal: 6, ceiling: 14.5 }, core)
await limit('hooks, besides', { goal: 4, ceiling: 23.5 }, hooks, core)
await limit('toasts and dialogs, besides', { goal: 4, ceiling: 5.6 }, toasts, hooks)
await limit('a usual app', { goal: 18, ceiling: 44.5 }, usual)
await limit('the whole kit', { goal: 18, ceiling: 58 }, everything)
await limit('styles', { goal: 3 }, { css: join(projectRoot, 'dist', 'styles.css') })
for (const name of languages('dist/locales'))
  await limit(
    `kit in ${name}`,
    { goal: 4 },
    `export * from 'react-remedy/locales/${name}'
export { default } from 'react-remedy/locales/${name}'`,
  )
for (const file of messages())
  await limit(file, { goal: 4 }, `export * from '${file}'\nexport { default } from '${file}'`)
for (const { subpath } of doors()) await nothing(subpath.replace('.', 'react-remedy'))

print()
if (process.argv.includes('--why')) explain(everything)
process.exit(table.every((row) => row.fits) ? 0 : 1)

/** Adds a row: the size with each bundler, less that of what it is measured against. */
async function limit(name, { goal, ceiling = goal }, code, base) {
  const sizes = []
  for (const bundle of [withEsbuild, withRolldown])
    sizes.push(brotli(await bundle(code)) - (base ? brotli(await bundle(base)) : 0))
  table.push({ name, sizes, goal: goal * 1000, limit: ceiling * 1000, fits: Math.max(...sizes) <= ceiling * 1000 })
}

/** Adds a row: importing the door and using nothing of it must leave nothing, said by name or not. */
async function nothing(door) {
  const sizes = []
  for (const bundle of [withEsbuild, withRolldown])
    sizes.push(
      Math.max((await bundle(`import '${door}'`)).length, (await bundle(`import * as all from '${door}'`)).length),
    )
  table.push({ name: `${door}, unused`, sizes, goal: 0, limit: 0, fits: Math.max(...sizes) === 0 })
}

async function withEsbuild(code) {
  const input =
    typeof code === 'string' ? { stdin: { contents: code, resolveDir: projectRoot } } : { entryPoints: [code.css] }
  const { outputFiles, metafile } = await esbuild.build({
    ...input,
    bundle: true,
    minify: true,
    splitting: typeof code === 'string',
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    external: peers,
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: join(projectRoot, 'out'),
    write: false,
    metafile: true,
    logLevel: 'error',
  })
  parts.set(code, metafile)
  const files = Object.entries(metafile.outputs).map(([path, { imports }]) => ({ path, imports }))
  const text = (path) => outputFiles.find((file) => file.path.endsWith(path))?.text ?? ''
  return atOnce(files[files.findIndex(({ path }) => /\/(stdin\.js|styles\.css)$/.test(path))].path, files)
    .map(text)
    .join('')
    .trim()
}

async function withRolldown(code) {
  if (typeof code !== 'string') return withEsbuild(code) // rolldown bundles no styles
  const entry = 'virtual-entry'
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    external: peers.map((peer) => new RegExp(`^${peer}(/|$)`)),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    plugins: [virtual(entry, code)],
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  const chunks = output.filter((file) => file.type === 'chunk')
  const files = chunks.map(({ fileName, imports }) => ({
    path: fileName,
    imports: imports.map((path) => ({ path, kind: 'import-statement' })),
  }))
  const first = chunks.find((chunk) => chunk.isEntry).fileName
  return atOnce(first, files)
    .map((path) => chunks.find((chunk) => chunk.fileName === path)?.code ?? '')
    .join('')
    .trim()
}

// Lies in the project as far as the resolver is told, so that the package finds itself by its name.
function virtual(entry, code) {
  const id = join(projectRoot, `${entry}.js`)
  return {
    name: 'virtual-entry',
    resolveId: (wanted) => (wanted === entry ? { id, moduleSideEffects: true } : undefined),
    load: (wanted) => (wanted === id ? code : undefined),
  }
}

/** The files that are loaded with the first one: what it imports, and what that imports, but nothing on demand. */
function atOnce(first, files, seen = new Set()) {
  if (seen.has(first)) return []
  seen.add(first)
  const own = files.find(({ path }) => path === first)
  const next = (own?.imports ?? []).filter(({ kind }) => kind === 'import-statement')
  return [first, ...next.flatMap(({ path }) => atOnce(path, files, seen))]
}

function brotli(text) {
  return text === '' ? 0 : brotliCompressSync(Buffer.from(text)).length
}

function languages(folder) {
  if (!existsSync(join(projectRoot, folder))) return []
  const files = readdirSync(join(projectRoot, folder))
  return files.filter((file) => /^[a-z]{2,3}(-\w+)*\.js$/.test(file)).map((file) => file.slice(0, -'.js'.length))
}

function messages() {
  const contracts = readdirSync(join(projectRoot, 'dist', 'contracts'))
  return contracts.flatMap((name) => {
    const folder = `dist/contracts/${name}/messages`
    return languages(folder).map((language) => `./${folder}/${language}.js`)
  })
}

function print() {
  const heads = ['', 'esbuild', 'rolldown', 'ceiling', 'goal']
  const rows = table.map((row) => [
    `${row.fits ? ' ' : '!'} ${row.name}`,
    ...row.sizes.map(show),
    show(row.limit),
    show(row.goal),
  ])
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)))
  for (const row of [heads, ...rows])
    console.log(
      row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  '),
    )
}

/** `--why`: what each module adds to the whole kit, minified and not compressed. */
function explain(code) {
  const { outputs } = parts.get(code)
  const files = Object.entries(outputs).map(([path, { imports }]) => ({ path, imports }))
  const loaded = atOnce(files.find(({ path }) => path.endsWith('stdin.js')).path, files)
  const added = loaded.flatMap((path) => Object.entries(outputs[path]?.inputs ?? {}))
  const rows = added.map(([file, { bytesInOutput }]) => [bytesInOutput, file]).sort(([a], [b]) => b - a)
  for (const [bytes, file] of rows) console.log(`${String(bytes).padStart(8)}  ${file}`)
}

function show(bytes) {
  return bytes === 0 ? '0' : `${(bytes / 1000).toFixed(2)} kB`
}

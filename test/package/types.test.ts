import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { compilers, projectRoot, unpackInto } from './places.ts'

// Inside the project, so that the peers are found, and a package of its own, so that `react-remedy` is the packed one.
const folder = `${projectRoot}.cache/types`
const versions = {
  '5.4': `${compilers}/node_modules/ts54/bin/tsc`,
  '5.9': `${compilers}/node_modules/ts59/bin/tsc`,
  '7.0': `${projectRoot}node_modules/typescript/bin/tsc`,
}
type Version = keyof typeof versions

const cases = ['one-contract', 'two-contracts', 'none', 'declarations'] as const
const cells = (Object.keys(versions) as Version[]).flatMap((version) => cases.map((name) => ({ version, name })))

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  unpackInto(folder)
  writeFileSync(`${folder}/package.json`, JSON.stringify({ private: true, type: 'module' }))
  for (const name of cases) copyCase(name)
  for (const { name, version } of cells) writeFileSync(`${folder}/${name}/tsconfig.${version}.json`, configFor(version))
})

describe('the packed declarations', () => {
  // Errors are compared by line and code, because a bare @ts-expect-error is content with any error at all.
  it.for(cells)('hold in TypeScript $version: $name', { timeout: 120_000 }, async ({ version, name }) => {
    const { errors, others } = await compile(name, version)
    expect(others).toEqual([])
    expect(surprises(expectations(name), errors)).toEqual([])
  })

  it.for(Object.keys(versions) as Version[])(
    'let an app emit its own, and name the codes in them (TypeScript %s)',
    (version) => {
      const emitted = readFileSync(`${folder}/declarations/out-${version}/app.d.ts`, 'utf8')
      const [, codes = ''] = /useCast\(\): .*?Problem<([^>]*)>/.exec(emitted) ?? []
      expect(codes.split(' | ').map(withoutImport).sort()).toEqual(['"SOLD_OUT"', 'DivinationCode'])
      expect(emitted).not.toMatch(/\bany\b/)
    },
  )
})

// Compilers differ in the order of a union and in how they name what the file did not import.
function withoutImport(type: string): string {
  return type.replace(/^import\(.*?\)\./, '')
}

interface Complaint {
  readonly file: string
  readonly line: number
  readonly code: string
  readonly text: string
}

interface Expectation {
  readonly file: string
  readonly line: number
  readonly codes: readonly string[]
}

function configFor(version: Version): string {
  return JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      types: [],
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: '.',
      outDir: `out-${version}`,
    },
    include: ['*.ts', '*.tsx'],
  })
}

function compile(name: string, version: Version): Promise<{ errors: Complaint[]; others: string[] }> {
  const args = [versions[version], '-p', `tsconfig.${version}.json`, '--pretty', 'false']
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: `${folder}/${name}`, maxBuffer: 1 << 26 }, (_failed, output) => {
      const lines = output.split('\n').filter((line) => / error TS|^error TS/.test(line))
      const parsed = lines.map((line) => /^([\w-]+\.tsx?)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(line))
      const errors = parsed.flatMap((match) => {
        if (!match) return []
        const [, file = '', line = '', code = '', text = ''] = match
        return [{ file, line: Number(line), code, text }]
      })
      done({ errors, others: lines.filter((_line, index) => !parsed[index]) })
    })
  })
}

/** The directives go out of the copy, line for line, so that the errors come to light. */
function copyCase(name: string): void {
  mkdirSync(`${folder}/${name}`, { recursive: true })
  for (const [file, text] of sourcesOf(name))
    writeFileSync(`${folder}/${name}/${file}`, text.replaceAll('@ts-expect-error', 'expected:'))
}

function sourcesOf(name: string): [file: string, text: string][] {
  const files = readdirSync(`${projectRoot}test/types/${name}`).filter((file) => /\.tsx?$/.test(file))
  return files.map((file) => [file, readFileSync(`${projectRoot}test/types/${name}/${file}`, 'utf8')])
}

/** What the sources say must not compile, by line. */
function expectations(name: string): Expectation[] {
  return sourcesOf(name).flatMap(([file, source]) =>
    source.split('\n').flatMap((text, index) => {
      const [, codes] = /@ts-expect-error ((?:TS\d+ ?)+): \S/.exec(text) ?? []
      if (!codes && text.includes('@ts-expect-error'))
        throw new Error(`${file}:${index + 1} says neither code nor reason`)
      return codes ? [{ file, line: index + 2, codes: codes.split(' ') }] : []
    }),
  )
}

/** Errors that nobody expects, and expectations that no error meets. */
function surprises(expected: readonly Expectation[], errors: readonly Complaint[]): string[] {
  const meets = (want: Expectation, got: Complaint) =>
    want.file === got.file && want.line === got.line && want.codes.includes(got.code)
  const missing = expected.filter((want) => !errors.some((got) => meets(want, got)))
  const extra = errors.filter((got) => !expected.some((want) => meets(want, got)))
  return [
    ...missing.map(({ file, line, codes }) => `${file}:${line} compiles, but ${codes.join(' or ')} was expected`),
    ...extra.map(({ file, line, code, text }) => `${file}:${line} ${code} ${text}`),
  ]
}

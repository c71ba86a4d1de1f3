// @vitest-environment node
import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { allExamples, examplesIn, projectRoot, type Example } from './examples.ts'

const examples = allExamples()
const folder = `${projectRoot}.cache/docs`

describe('what readers are invited to copy', () => {
  let complaints: ReadonlyMap<string, readonly string[]> = new Map()

  beforeAll(async () => {
    writeExamples(examples)
    complaints = await compile()
  }, 60_000)

  it.for(examples.map((example, index) => ({ ...example, index })))('compiles: $place', ({ language, index }) => {
    expect(complaints.get(nameOf(index, language)) ?? []).toEqual([])
  })

  it('is compiled at all: no complaint but those about examples, and about the source, which has its own check', () => {
    const names = new Set(examples.map(({ language }, index) => nameOf(index, language)))
    const others = [...complaints].filter(([file]) => !names.has(file) && !file.startsWith('../../src/'))
    expect(others).toEqual([])
    expect(examples.length).toBeGreaterThan(0)
  })
})

describe('the reader of examples', () => {
  it('finds blocks of pages and of doc comments, with their lines, and no others', () => {
    const page = 'text\n```ts\nconst a = 1\n```\n```sh\nls\n```\n```tsx\n<a />\n```'
    expect(examplesIn('x.md', page).map(({ place }) => place)).toEqual(['x.md:2', 'x.md:8'])
    const source = '/**\n * Says.\n *\n * ```ts\n * if (a) {\n *   b()\n * }\n * ```\n */\nexport const a = 1'
    expect(examplesIn('x.ts', source)).toEqual([{ place: 'x.ts:4', language: 'ts', code: 'if (a) {\n  b()\n}' }])
  })
})

function nameOf(index: number, language: Example['language']): string {
  return `example-${index}.${language}`
}

function writeExamples(all: readonly Example[]): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // An example without an import or export is a module too: its names are its own.
  for (const [index, { code, language }] of all.entries())
    writeFileSync(`${folder}/${nameOf(index, language)}`, `${code}\nexport {}\n`)
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config))
}

/** As an app has it, except that the package is the source: doors are found by name, through `paths`. */
const config = {
  extends: '../../tsconfig.json',
  compilerOptions: {
    module: 'ESNext',
    moduleResolution: 'Bundler',
    noUnusedLocals: false,
    types: ['vite/client'],
    paths: {
      'react-remedy': ['../../src/index.ts'],
      'react-remedy/core': ['../../src/core.ts'],
      'react-remedy/contracts/*': ['../../src/contracts/*/index.ts'],
      'react-remedy/locales/*': ['../../src/locales/*.ts'],
      'react-remedy/styles.css': ['../../src/styles.css'],
    },
  },
  include: ['.'],
  exclude: [],
}

/** What TypeScript says about each file. Node's own types stay away, as they do in a browser app. */
function compile(): Promise<ReadonlyMap<string, readonly string[]>> {
  const tsc = `${projectRoot}node_modules/typescript/bin/tsc`
  return new Promise((done) => {
    execFile(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], { cwd: folder }, (_failed, output) => {
      const found = new Map<string, string[]>()
      for (const line of output.split('\n')) {
        const [, file = '', words] = /^(?:(.+?)\()?((?:\d+,\d+\): )?error .+)$/.exec(line) ?? []
        if (words) found.set(file, [...(found.get(file) ?? []), words])
      }
      done(found)
    })
  })
}

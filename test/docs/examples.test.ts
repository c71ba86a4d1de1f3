// @vitest-environment node
import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { allExamples, examplesIn, projectRoot, type Example } from './examples.ts'

const examples = allExamples()
const folder = `${projectRoot}.cache/docs`
const programs = [...new Set(examples.map((example, index) => dirname(nameOf(index, example))))]

/** As an app has it, except that the package is the source: doors are found by name, through `paths`. */
const config = {
  extends: '../../../tsconfig.json',
  compilerOptions: {
    module: 'ESNext',
    moduleResolution: 'Bundler',
    types: ['vite/client'],
    paths: {
      'react-remedy': ['../../../src/index.ts'],
      'react-remedy/core': ['../../../src/core.ts'],
      'react-remedy/contracts/*': ['../../../src/contracts/*/index.ts'],
      'react-remedy/react-hook-form': ['../../../src/react-hook-form.ts'],
      'react-remedy/tanstack-form': ['../../../src/tanstack-form.ts'],
      'react-remedy/locales/*': ['../../../src/locales/*.ts'],
      'react-remedy/styles.css': ['../../../src/styles.css'],
    },
  },
  include: ['.'],
  exclude: [],
}

describe('what readers are invited to copy', () => {
  const complaints: [file: string, words: string][] = []

  beforeAll(async () => {
    writeExamples()
    for (const program of programs) complaints.push(...(await compile(program)))
  }, 120_000)

  it.for(examples.map((example, index) => ({ place: example.place, file: nameOf(index, example) })))(
    'compiles: $place',
    ({ file }) => {
      expect(complaints.filter(([about]) => about === file).map(([, words]) => words)).toEqual([])
    },
  )

  it('is compiled at all: no complaint but those about examples, and about the source, which has its own check', () => {
    const names = new Set(examples.map((example, index) => nameOf(index, example)))
    expect(complaints.filter(([about]) => !names.has(about) && !about.startsWith('../../src/'))).toEqual([])
    expect(examples).not.toEqual([])
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

/**
 * One that begins with a file name has it, and stands beside the others of its page that do. One that registers contracts
 * has the place to itself: a program has one `Register`.
 */
function nameOf(index: number, { code, language, place }: Example): string {
  const [, named] = /^\/\/ ([\w-]+\.tsx?)\n/.exec(code) ?? []
  if (named !== undefined) return `of-${place.replace(/\W.*/, '')}/${named}`
  const own = code.includes('interface Register') ? `own-${index}` : 'together'
  return `${own}/example-${index}.${language}`
}

function writeExamples(): void {
  rmSync(folder, { recursive: true, force: true })
  // An example without an import or export is a module too: its names are its own.
  for (const [index, example] of examples.entries()) write(nameOf(index, example), `${example.code}\nexport {}\n`)
  for (const program of programs) {
    write(`${program}/tsconfig.json`, JSON.stringify(config))
    // Some other module of an app imports the package; without one there would be nothing to register with.
    write(`${program}/app.ts`, `import 'react-remedy'\n`)
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(`${folder}/${file}`), { recursive: true })
  writeFileSync(`${folder}/${file}`, text)
}

/** What TypeScript says about each file of one program. */
function compile(program: string): Promise<[file: string, words: string][]> {
  const args = [`${projectRoot}node_modules/typescript/bin/tsc`, '-p', program, '--pretty', 'false']
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: folder }, (_failed, output) => {
      const parsed = output.split('\n').map((line) => /^(?:(.+?)\()?((?:\d+,\d+\): )?error .+)$/.exec(line) ?? [])
      done(parsed.flatMap(([, file = '', words]) => (words === undefined ? [] : [[file, words]])))
    })
  })
}

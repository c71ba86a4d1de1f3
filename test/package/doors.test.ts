import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doors } from '../../scripts/doors.mjs'
import { languages } from '../helpers/languages.ts'
import { projectRoot, unpackInto } from './places.ts'

const run = promisify(execFile)
const all = doors()

let alone = ''
let dist = ''

// Outside the project: what is imported there finds the package and nothing else.
beforeAll(async () => {
  alone = await mkdtemp(`${tmpdir()}/remedy-doors-`)
  dist = `${unpackInto(alone)}/dist`
})

afterAll(() => rmSync(alone, { recursive: true, force: true }))

describe('the tarball', () => {
  it('holds every door: its code and its declarations', () => {
    const missing = all
      .flatMap(({ name }) => [`${name}.js`, `${name}.d.ts`])
      .filter((file) => !existsSync(`${dist}/${file}`))
    expect(missing).toEqual([])
    expect(existsSync(`${dist}/styles.css`)).toBe(true)
  })

  it('opens the doors that the design names', () => {
    const named = ['.', './core', './contracts/divination', ...languages.map((tag) => `./locales/${tag}`)]
    expect(all.map((door) => door.subpath)).toEqual(expect.arrayContaining(named))
  })

  it('holds what was built, and the pages about it', () => {
    const top = readdirSync(`${alone}/node_modules/react-remedy`).toSorted()
    expect(top).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'])
  })
})

describe('a server without React and without a window', () => {
  const withReact = ['index', 'react-hook-form', 'tanstack-form']
  const pure = all.filter(({ name }) => !withReact.includes(name))

  it.for(pure.map(({ subpath }) => subpath.replace('.', 'react-remedy')))('can import %s', async (door) => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', listExports(door)], { cwd: alone })
    expect(JSON.parse(stdout)).not.toEqual([])
  })

  it.for([
    ['index', ['ErrorProvider', 'createRemedyClient', 'useApiMutation']],
    ['react-hook-form', ['ProblemFields']],
    ['tanstack-form', ['ProblemFields']],
  ] as const)('can import the door with React in it where the peers are: %s', async ([name, exports]) => {
    const code = `globalThis.window = undefined; ${listExports(`${projectRoot}dist/${name}.js`)}`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: projectRoot })
    expect(JSON.parse(stdout)).toEqual(expect.arrayContaining([...exports]))
  })
})

describe('the modules', () => {
  it('say that they run in the client where their source says it, once, and nowhere else', () => {
    const directive = /^["']use client["']/gm
    const wrong = modules().filter(({ file, code }) => count(code, directive) !== count(sourceOf(file), directive))
    expect(wrong.map(({ file }) => file)).toEqual([])
    expect(modules().some(({ code }) => count(code, directive) === 1)).toBe(true)
  })

  it('leave nothing of the build behind: no variable of the bundler, no import of Node, no JSX of development, no path', () => {
    const remains = new RegExp(String.raw`import\.meta\.(env|hot)|from ["']node:|jsxDEV|${projectRoot}`)
    const leftovers = modules().filter(({ code }) => remains.test(code))
    expect(leftovers.map(({ file }) => file)).toEqual([])
  })

  it('make no element of style, and no code of text, so that a strict policy holds', () => {
    const risky = modules().filter(({ code }) =>
      /createElement\(["']style|\beval\(|new Function\(|innerHTML|cssText/.test(code),
    )
    expect(risky.map(({ file }) => file)).toEqual([])
  })
})

describe('the declarations', () => {
  it('say `any` nowhere', () => {
    const files = filesIn('.d.ts').map((file) => ({
      file,
      code: bare(readFileSync(`${dist}/${file}`, 'utf8')),
    }))
    expect(files.filter(({ code }) => /\bany\b/.test(code)).map(({ file }) => file)).toEqual([])
  })
})

interface Built {
  readonly file: string
  readonly code: string
}

function modules(): Built[] {
  return filesIn('.js').map((file) => ({ file, code: readFileSync(`${dist}/${file}`, 'utf8') }))
}

function sourceOf(file: string): string {
  const stem = `${projectRoot}src/${file.slice(0, -'.js'.length)}`
  return readFileSync(existsSync(`${stem}.tsx`) ? `${stem}.tsx` : `${stem}.ts`, 'utf8')
}

function filesIn(ending: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))
}

function listExports(door: string): string {
  return `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(door)}))))`
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** Without comments and strings: what is left is said by the types. */
function bare(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|"[^"\n]*"/gm, '')
}

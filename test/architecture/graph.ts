import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'

/** One import of one module: static or on demand, of values or of types alone. */
export interface Import {
  readonly specifier: string
  readonly typeOnly: boolean
  /** `import()`: the other module comes later, so it is no part of what is loaded at once. */
  readonly onDemand: boolean
}

/** A statement of the parsed module; only what the tests ask of it. */
export interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

/** One module, parsed. */
export interface Module {
  readonly path: string
  readonly source: string
  readonly body: readonly Node[]
  readonly imports: readonly Import[]
}

/** Path from `src` → its module. */
export type Graph = ReadonlyMap<string, Module>

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** Reads every module under `src`. */
export function readGraph(): Graph {
  const files = readdirSync(`${projectRoot}src`, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  const modules = files.filter((file) => /\.tsx?$/.test(file)).toSorted()
  return graphOf(Object.fromEntries(modules.map((file) => [file, readFileSync(`${projectRoot}src/${file}`, 'utf8')])))
}

/** The same from texts, so that the rules can be shown to find what breaks them. */
export function graphOf(sources: Readonly<Record<string, string>>): Graph {
  return new Map(Object.entries(sources).map(([path, source]) => [path, parse(path, source)]))
}

/** Where a relative specifier leads, as a path from `src`; `undefined` for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier) : undefined
}

/** What runs when this module is loaded: its own value imports and theirs. Values are package names and paths. */
export function loadedWith(graph: Graph, start: string, seen = new Set<string>()): Set<string> {
  if (seen.has(start)) return seen
  seen.add(start)
  for (const { specifier, typeOnly, onDemand } of graph.get(start)?.imports ?? [])
    if (!typeOnly && !onDemand) loadedWith(graph, resolveImport(start, specifier) ?? specifier, seen)
  return seen
}

/** Every cycle, as the modules on its way; type imports count. */
export function cycles(graph: Graph): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) return void found.add([...way.slice(at), path].join(' → '))
    if (done.has(path)) return
    for (const { specifier, onDemand } of graph.get(path)?.imports ?? []) {
      const next = resolveImport(path, specifier)
      if (next && !onDemand) visit(next, [...way, path])
    }
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return [...found]
}

/** Relative imports that lead nowhere. */
export function danglingImports(graph: Graph): string[] {
  return [...graph.values()].flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier }) => {
      const target = resolveImport(path, specifier)
      if (target === undefined || graph.has(target) || existsSync(`${projectRoot}src/${target}`)) return []
      return [`${path}: ${specifier}`]
    }),
  )
}

function parse(path: string, source: string): Module {
  const program: unknown = parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
  const body = (program as { body: readonly Node[] }).body
  return { path, source, body, imports: [...importsIn(body)] }
}

function* importsIn(node: unknown): Generator<Import> {
  if (typeof node !== 'object' || node === null) return
  const { type, source, importKind, exportKind } = node as Partial<Node>
  const specifier = (source as { value?: unknown } | null | undefined)?.value
  if (typeof specifier === 'string' && type !== undefined) {
    const typeOnly = importKind === 'type' || exportKind === 'type' || type === 'TSImportType'
    yield { specifier, typeOnly, onDemand: type === 'ImportExpression' }
  }
  for (const child of Object.values(node)) yield* importsIn(child)
}

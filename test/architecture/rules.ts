import { resolveImport, type Graph, type Import, type Module, type Node } from './graph.ts'

/** What each part of `src` may import, parts and packages; the order is the flow. */
const allowed: Readonly<Record<string, { readonly parts: readonly string[]; readonly packages: readonly string[] }>> = {
  problem: { parts: [], packages: [] },
  '1-decode': { parts: ['problem'], packages: [] },
  '2-classify': { parts: ['problem', '1-decode'], packages: [] },
  '3-decide': { parts: ['problem', '1-decode', '2-classify'], packages: [] },
  flow: { parts: ['problem', '1-decode', '2-classify', '3-decide'], packages: [] },
  '4-act': {
    parts: ['problem', '1-decode', '2-classify', '3-decide', 'flow'],
    packages: ['@tanstack/react-query', 'zustand/vanilla', 'eventsource-parser', 'eventsource-parser/stream'],
  },
  '5-present': {
    parts: ['problem', '1-decode', '2-classify', '3-decide', 'flow', '4-act', 'locales'],
    packages: ['@tanstack/react-query', 'i18next', 'react', 'react-dom', 'react-i18next', 'zustand', 'zustand/vanilla'],
  },
  contracts: { parts: ['problem', '1-decode', '2-classify'], packages: [] },
  locales: { parts: [], packages: [] },
}

/** The part of `src` a module belongs to; a door is whatever lies at the top and is not the page that tells the flow. */
export function partOf(path: string): string {
  const [top = ''] = path.split('/')
  if (top === 'flow.ts') return 'flow'
  return path.includes('/') ? top : 'door'
}

/** Imports that run against the flow, or reach for a package that the part must live without. */
export function importsAgainstTheFlow(graph: Graph): string[] {
  return [...graph.values()]
    .filter(({ path }) => partOf(path) !== 'door')
    .flatMap(({ path, imports }) =>
      imports.filter((each) => !mayImport(path, each)).map(({ specifier }) => `${path} imports ${specifier}`),
    )
}

function mayImport(path: string, { specifier }: Import): boolean {
  const rule = allowed[partOf(path)]
  const target = resolveImport(path, specifier)
  if (rule === undefined) return false
  if (target === undefined) return rule.packages.includes(specifier)
  if (partOf(path) === 'contracts' && partOf(target) === 'contracts') return sameContract(path, target)
  return partOf(target) === partOf(path) || rule.parts.includes(partOf(target))
}

/** One backend knows nothing of another. */
function sameContract(path: string, target: string): boolean {
  return path.split('/')[1] === target.split('/')[1]
}

/** Statements of doors that are something else than a named re-export. */
export function notReexports(graph: Graph): string[] {
  return [...graph.values()]
    .filter(({ path }) => partOf(path) === 'door')
    .flatMap(({ path, body }) => body.filter((node) => !isNamedReexport(node)).map((node) => `${path}: ${node.type}`))
}

function isNamedReexport(node: Node): boolean {
  return node.type === 'ExportNamedDeclaration' && node['source'] != null
}

/** Bindings of modules that can change, or hold something that can: two users of one server would meet in them. */
export function mutableModuleState(graph: Graph): string[] {
  return [...graph.values()].flatMap((module) => module.body.flatMap((node) => mutableIn(module, node)))
}

function mutableIn({ path, source }: Module, node: Node): string[] {
  const declaration = (node.type === 'ExportNamedDeclaration' ? node['declaration'] : node) as Node | null
  if (declaration?.type !== 'VariableDeclaration' || declaration['declare'] === true) return []
  const declared = declaration['declarations'] as readonly { id: { name?: string }; init: Node | null }[]
  return declared.flatMap(({ id: { name = 'a pattern' }, init }) => {
    const changes = declaration['kind'] !== 'const' || isEmptyCollection(init) || isWrittenTo(name, source)
    return changes ? [`${path}: ${name}`] : []
  })
}

// A collection that starts empty is there to be filled. One that starts full is a table.
function isEmptyCollection(init: Node | null): boolean {
  if (init?.type !== 'NewExpression') return false
  const { name } = init['callee'] as { name?: string }
  return /^(Weak)?(Map|Set)$/.test(name ?? '') && (init['arguments'] as unknown[]).length === 0
}

/** Does the module itself assign to a member of it, or call what changes it in place? */
function isWrittenTo(name: string, source: string): boolean {
  const word = name.replace('$', String.raw`\$`)
  const members = String.raw`(?<![\w.$'"])${word}(\.\w+|\[[^\]\n]+\])+\s*([-+*/|&?]{0,2}=[^=>]|\+\+|--)`
  const methods = String.raw`(?<![\w.$'"])${word}\.(push|pop|shift|unshift|splice|set|add|delete|clear|sort|reverse|fill)\(`
  return new RegExp(`${members}|${methods}|Object\\.(assign|defineProperty)\\(${word}\\b`).test(source)
}

/**
 * Modules whose directive is wrong. What calls hooks or makes a context must say that it runs in the client, and nothing
 * else may: not the doors, so that `apiQueryOptions` and `createRemedyClient` can be called on a server too.
 */
export function wrongDirectives(graph: Graph): string[] {
  return [...graph.values()].filter((module) => saysClient(module) !== needsClient(module)).map(({ path }) => path)
}

function saysClient({ body }: Module): boolean {
  return body.some((node) => node['directive'] === 'use client')
}

function needsClient({ path, imports }: Module): boolean {
  const isHook = path.startsWith('5-present/') && /\/use-[\w-]+\.ts$/.test(path)
  const needsReact = (each: Import): boolean =>
    !each.typeOnly && /^(react|react-dom|react-i18next)(\/|$)/.test(each.specifier)
  return isHook || path.endsWith('.tsx') || imports.some(needsReact)
}

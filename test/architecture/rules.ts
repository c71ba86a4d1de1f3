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

function mutableIn({ path }: Module, node: Node): string[] {
  const declaration = (node.type === 'ExportNamedDeclaration' ? node['declaration'] : node) as Node | null
  if (declaration?.type !== 'VariableDeclaration' || declaration['declare'] === true) return []
  const declared = declaration['declarations'] as readonly { id: { name?: string }; init: Node | null }[]
  const changeable = declared.filter(({ init }) => declaration['kind'] !== 'const' || isEmptyContainer(init))
  return changeable.map(({ id }) => `${path}: ${id.name ?? 'a pattern'}`)
}

// A container that starts empty is there to be filled. One that starts full is a table.
function isEmptyContainer(init: Node | null): boolean {
  if (init === null) return true
  if (init.type === 'TSAsExpression' || init.type === 'TSSatisfiesExpression')
    return isEmptyContainer(init['expression'] as Node)
  if (init.type === 'ArrayExpression') return (init['elements'] as unknown[]).length === 0
  if (init.type === 'ObjectExpression') return (init['properties'] as unknown[]).length === 0
  if (init.type !== 'NewExpression') return false
  const { name } = init['callee'] as { name?: string }
  return /^(Weak)?(Map|Set)$/.test(name ?? '') && (init['arguments'] as unknown[]).length === 0
}

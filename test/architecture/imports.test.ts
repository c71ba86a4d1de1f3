// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { cycles, danglingImports, graphOf, loadedWith, readGraph } from './graph.ts'
import { importsAgainstTheFlow, mutableModuleState, notReexports, partOf, wrongDirectives } from './rules.ts'

const graph = readGraph()

describe('the source', () => {
  it('is read whole: every stage has modules, and no import leads nowhere', () => {
    const parts = new Set([...graph.keys()].map(partOf))
    const stages = ['1-decode', '2-classify', '3-decide', '4-act', '5-present']
    expect([...parts].toSorted()).toEqual([...stages, 'contracts', 'door', 'flow', 'locales', 'problem'])
    expect(danglingImports(graph)).toEqual([])
  })

  it('imports along the flow: a stage knows the earlier stages and the noun they hand on', () => {
    expect(importsAgainstTheFlow(graph)).toEqual([])
  })

  it('has no import cycle, type imports included', () => {
    expect(cycles(graph)).toEqual([])
  })

  it('has doors that are named re-exports and nothing else', () => {
    expect(notReexports(graph)).toEqual([])
  })

  it('keeps no state in a module', () => {
    expect(mutableModuleState(graph)).toEqual([])
  })

  it('says `use client` in each module that needs React, and in no other', () => {
    expect(wrongDirectives(graph)).toEqual([])
  })

  it('loads no package at all through the core door and the contracts', () => {
    const doors = [...graph.keys()].filter((path) => path === 'core.ts' || /^contracts\/[^/]+\/index\.ts$/.test(path))
    expect(doors).toContain('core.ts')
    const packages = doors.flatMap((door) => [...loadedWith(graph, door)].filter((path) => !graph.has(path)))
    expect(packages).toEqual([])
  })

  it('carries what only a session needs through createSession alone', () => {
    const own = [...loadedWith(graph, '4-act/session.ts')].filter((path) => path.startsWith('4-act/session/'))
    expect(own).toContain('4-act/session/keeper.ts')
    const others = [
      'provider.tsx',
      'client.ts',
      'hooks/use-api.ts',
      'hooks/use-session.ts',
      'surfaces/sign-in-dialog.tsx',
    ]
    const carried = others.flatMap((path) => [...loadedWith(graph, `5-present/${path}`)])
    expect(own.filter((path) => carried.includes(path))).toEqual([])
  })
})

describe('the rules find what breaks them', () => {
  it('an import of a later stage, also of its types alone', () => {
    const broken = graphOf({ '1-decode/a.ts': `import type { B } from '../3-decide/b.ts'`, '3-decide/b.ts': '' })
    expect(importsAgainstTheFlow(broken)).toEqual(['1-decode/a.ts imports ../3-decide/b.ts'])
  })

  it('React below the last stage, one contract in another, anything in a locale, a door in a stage', () => {
    const broken = graphOf({
      '4-act/a.ts': `import { useState } from 'react'`,
      'contracts/x/index.ts': `import { y } from '../y/index.ts'`,
      'locales/en.ts': `import type { P } from '../problem/p.ts'`,
      '5-present/b.tsx': `export { c } from '../index.ts'`,
    })
    expect(importsAgainstTheFlow(broken)).toHaveLength(4)
  })

  it('a cycle that runs through a type and a re-export', () => {
    const broken = graphOf({
      'problem/a.ts': `import type { B } from './b.ts'`,
      'problem/b.ts': `export { c } from './c.ts'`,
      'problem/c.ts': `import { a } from './a.ts'`,
    })
    expect(cycles(broken)).toEqual(['problem/a.ts → problem/b.ts → problem/c.ts → problem/a.ts'])
  })

  it('a door that re-exports everything, imports, or holds something of its own', () => {
    const broken = graphOf({
      'index.ts': `export * from './a.ts'\nimport './b.ts'\nexport const c = 1\nexport { d } from './d.ts'`,
    })
    expect(notReexports(broken)).toHaveLength(3)
  })

  it('a directive that is missing, and one too many', () => {
    const broken = graphOf({
      '5-present/a.ts': `import { useState } from 'react'`,
      '5-present/b.ts': `'use client'\nimport type { ReactNode } from 'react'`,
      '5-present/c.tsx': `'use client'\nexport const c = <p />`,
      'index.ts': `'use client'\nexport { c } from './5-present/c.tsx'`,
    })
    expect(wrongDirectives(broken)).toEqual(['5-present/a.ts', '5-present/b.ts', 'index.ts'])
  })

  it('a variable, a collection that starts empty, and a constant that is written to', () => {
    const source = [
      'let n = 0',
      'export const seen = new WeakMap<object, string>()',
      'const list: string[] = []',
      'const last: { id?: string } = {}',
      'const none = {}',
      "const table = new Set(['x'])",
      'export function keep(id: string) { list.push(id); last.id = id; return none === table }',
    ]
    const broken = graphOf({ 'problem/a.ts': source.join('\n') })
    const names = ['n', 'seen', 'list', 'last']
    expect(mutableModuleState(broken)).toEqual(names.map((name) => `problem/a.ts: ${name}`))
  })

  it('a package that is loaded two modules away, but not one that is loaded on demand or for its types', () => {
    const sources = {
      'core.ts': `export { a } from './problem/a.ts'`,
      'problem/a.ts': `import { b } from './b.ts'\nimport type { X } from 'typed'\nconst later = () => import('later')`,
      'problem/b.ts': `import { type Y } from 'react'`,
    }
    const packages = [...loadedWith(graphOf(sources), 'core.ts')].filter((path) => !(path in sources))
    expect(packages).toEqual(['react'])
  })
})

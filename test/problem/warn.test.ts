// @vitest-environment node
import { build } from 'esbuild'
import { describe, expect, it, vi } from 'vitest'
import { warn, warnOnce } from '../../src/problem/warn.ts'

describe('what a developer is told', () => {
  it('comes with its cause, where there is one', () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const cause = new Error('no')
    warn('it broke')
    warn('it broke', cause)
    expect(told.mock.calls).toEqual([['react-remedy: it broke'], ['react-remedy: it broke', cause]])
  })

  it('is told once where once is enough', () => {
    const told = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const said = new Set<string>()
    warnOnce(said, 'look here')
    warnOnce(said, 'look here')
    expect(told).toHaveBeenCalledExactlyOnceWith('react-remedy: look here')
  })

  it.each(['warn(`it broke: ${name}`, cause)', 'warnOnce(said, `look here: ${name}`)'])(
    'is not in the bundle of an app in production, not even as a text: %s',
    async (call) => {
      const contents = `import { warn, warnOnce } from './src/problem/warn.ts'
        export const said = new Set()
        export const tell = (name, cause) => { ${call} }`
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: process.cwd() },
        bundle: true,
        minify: true,
        format: 'esm',
        define: { 'process.env.NODE_ENV': '"production"' },
        write: false,
      })
      expect(outputFiles[0]?.text).not.toMatch(/broke|look|console/)
    },
  )
})

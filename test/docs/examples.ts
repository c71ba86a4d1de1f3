import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One code block that readers are invited to copy. */
export interface Example {
  /** File and line, as an editor opens it. */
  readonly place: string
  readonly language: 'ts' | 'tsx'
  readonly code: string
}

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** Every `ts` and `tsx` block of the pages and of the doc comments under `src`. */
export function allExamples(): Example[] {
  const pages = [...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md'].filter(exists), 'docs/look.md']
  const sources = readdirSync(`${projectRoot}src`, { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
  return [...pages, ...sources].flatMap((file) => examplesIn(file, readFileSync(projectRoot + file, 'utf8')))
}

/** The blocks of one file. In a source they stand in doc comments, behind a star. */
export function examplesIn(file: string, text: string): Example[] {
  const lines = file.endsWith('.md') ? text.split('\n') : text.split('\n').map(behindStar)
  const found: Example[] = []
  for (let at = 0; at < lines.length; at++) {
    const fence = /^\s*(`{3,})(tsx?)\s*$/.exec(lines[at] ?? '')
    if (!fence) continue
    const end = lines.findIndex((line, index) => index > at && line?.trim() === fence[1])
    if (end < 0) throw new Error(`${file}:${at + 1}: the code block has no end`)
    const code = lines.slice(at + 1, end).join('\n')
    found.push({ place: `${file}:${at + 1}`, language: fence[2] === 'tsx' ? 'tsx' : 'ts', code })
    at = end
  }
  return found
}

// A line of code is no line of a comment; it stays as a gap, so that line numbers hold.
function behindStar(line: string): string {
  return /^\s*\*\/?( |$)/.test(line) ? line.replace(/^\s*\*\/? ?/, '') : ''
}

function exists(file: string): boolean {
  return readdirSync(projectRoot).includes(file)
}

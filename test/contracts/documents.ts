import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stdout } from 'node:process'
import { describe, expect, it } from 'vitest'
import { sumOf, type Facts } from './fact.ts'

const folder = join(import.meta.dirname, '../../../shared/reference/api-docs')

/**
 * The documents lie beside the project where the project is made, and nowhere else. Where one does, it and the facts must
 * agree both ways; where it does not, that is said.
 */
export function describeDocuments(backend: string, { documents, facts }: Facts): void {
  const pages = Object.keys(documents).map((name) => ({ name, text: read(name) }))
  const absent = pages.filter(({ text }) => text === undefined)
  const present = pages.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const]))
  const factsOf = (name: string) => facts.filter(({ document }) => document === name)

  it.each(absent)(
    `${backend}: the document $name is not here, so the facts were not checked against it`,
    ({ name }) => {
      expect(factsOf(name)).not.toEqual([])
    },
  )

  describe.each(present)(`${backend}: the document %s`, (name, text) => {
    const own = factsOf(name)
    const lines = text.split('\n')

    it('is the one that the facts were read from', () => {
      expect(sumOf(text), 'read it again, and mend the facts whose lines differ').toBe(documents[name]?.sum)
      expect(own.map(({ line, to = line }) => [line, sumOf(lines.slice(line - 1, to).join('\n'))])).toEqual(
        own.map(({ line, row }) => [line, row]),
      )
    })

    it('has no line that no fact comes from, but for those that state none', () => {
      const ranges = [...own.map(({ line, to = line }) => [line, to] as const), ...(documents[name]?.quiet ?? [])]
      const silent = lines
        .map((_, index) => index + 1)
        .filter((line) => !ranges.some(([a, b]) => a <= line && line <= b))
      expect(silent.map((line) => `${line}: ${lines[line - 1]}`)).toEqual([])
    })

    it('shows the bodies that the server of the tests answers with, and no other', () => {
      const shown = bodiesIn(text).map((body) => JSON.stringify(body))
      const answered = own.flatMap(({ answer }) => (answer && !answer.made ? [JSON.stringify(answer.body)] : []))
      expect(new Set(answered)).toEqual(new Set(shown))
    })

    it('lists the statuses that the facts have', () => {
      const answered = own.filter(({ line }) => statusIn(lines[line - 1])).map(({ answer }) => answer?.status)
      const shown = [...text.matchAll(statusRow)].map(([, status]) => Number(status))
      expect(new Set(answered)).toEqual(new Set(shown))
    })
  })
}

// `400 invalid_request_error`, `| 400 | …`, `400请求…`, `400 | Bad Request`: a status at the head of a row, and not in a heading.
const statusRow = /(?:^|(?<=[| \u3000-\u9fff)]))([1-5]\d\d)(?= \||(?= [a-z]+_)|[\u4e00-\u9fff])/gm

function statusIn(line = ''): boolean {
  return line.search(statusRow) >= 0
}

/** The JSON objects of a text that may hold anything else. What holds a placeholder is a shape and no body. */
function bodiesIn(text: string): readonly unknown[] {
  const bodies: unknown[] = []
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    const end = endOf(text, at)
    const body = parse(text.slice(at, end))
    if (body === undefined) continue
    bodies.push(body)
    at = end
  }
  return bodies.filter((body) => !/<\w|错误描述/.test(JSON.stringify(body)))
}

function endOf(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at + 1
  }
  return text.length
}

function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return Object.keys(body ?? {}).length > 0 ? body : undefined
  } catch {
    return undefined
  }
}

function read(name: string): string | undefined {
  const file = join(folder, name)
  if (existsSync(file)) return readFileSync(file, 'utf8')
  stdout.write(`left out: the document ${name} is not here, so the facts were not checked against it\n`)
  return undefined
}

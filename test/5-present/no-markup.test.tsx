// @vitest-environment node
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { classify, readProblem, toProblem, type Problem } from '../../src/core.ts'
import { ErrorProvider, ProblemDetails } from '../../src/index.ts'
import { ProblemText } from '../../src/5-present/surfaces/problem-text.tsx'
import type { Incident } from '../../src/problem/incident.ts'

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '<!doctype html><html><body><h1>502</h1></body></html>',
  '</p></div><iframe srcdoc="<b>">',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
  '\u202e<b>\u0000',
]
const text = fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary' }), fc.string())
const value = fc.oneof({ maxDepth: 1 }, text, fc.jsonValue(), fc.constant(null))
const body = fc.record(
  {
    code: value,
    title: value,
    detail: value,
    type: value,
    errors: fc.array(fc.record({ pointer: value, detail: value }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const answered = fc.tuple(
  fc.constant('answer' as const),
  fc.oneof(
    body.map((given) => JSON.stringify(given)),
    text,
  ),
  fc.integer({ min: 400, max: 599 }),
)
const thrown = fc.tuple(
  fc.constant('thrown' as const),
  fc.oneof(
    text,
    fc.anything({ maxDepth: 1 }),
    text.map((said) => new Error(said)),
  ),
)

async function problemOf(given: readonly ['answer', string, number] | readonly ['thrown', unknown]): Promise<Problem> {
  if (given[0] === 'thrown') return toProblem(given[1])
  const response = new Response(given[1], {
    status: given[2],
    headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r' },
  })
  return (await readProblem(response)) ?? toProblem(given)
}

// As bad as it gets: a remedy that shows the server's own words, and the details beside them.
function draw(problems: readonly Problem[]): string {
  return renderToStaticMarkup(
    <ErrorProvider contracts={[]}>
      {problems.map((problem, index) => (
        <section key={index}>
          <ProblemText incident={incidentOf(problem)} id="" />
          <ProblemDetails of={problem} />
        </section>
      ))}
    </ErrorProvider>,
  )
}

function incidentOf(problem: Problem): Incident {
  const remedy = { ...classify(problem, undefined), text: 'server' as const }
  const now = problem.occurredAt
  return {
    id: '1',
    cause: '',
    problem,
    remedy,
    count: 1,
    shown: 'toast',
    offer: [],
    busy: undefined,
    limit: undefined,
    urgent: false,
    openedAt: now,
    updatedAt: now,
  }
}

/** The names of elements and attributes that a text of HTML makes. */
function namesIn(html: string): ReadonlySet<string> {
  const tags = [...html.matchAll(/<([a-z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)]
  return new Set(
    tags.flatMap(([, tag = '', attributes = '']) => [
      tag,
      ...[...attributes.matchAll(/\s([^\s=>]+)/g)].map(([, name]) => `@${name}`),
    ]),
  )
}

it('10,000 hostile bodies and thrown values make no element and no attribute on screen', async () => {
  const harmless = await readProblem(
    new Response('{"code":"A","title":"t","detail":"d"}', {
      status: 500,
      headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r' },
    }),
  )
  const allowed = namesIn(draw([harmless ?? toProblem('harmless')]))
  const given = fc.sample(fc.oneof(answered, thrown), { seed: 2026, numRuns: 10_000 })
  for (let from = 0; from < given.length; from += 500) {
    const problems = await Promise.all(given.slice(from, from + 500).map(problemOf))
    const surplus = [...namesIn(draw(problems))].filter((name) => !allowed.has(name))
    expect(surplus).toEqual([])
  }
}, 120_000)

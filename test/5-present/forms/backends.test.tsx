import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anyBackend } from '../../../src/contracts/any/index.ts'
import { creatoriaWith } from '../../../src/contracts/creatoria/index.ts'
import { readProblem, type Contract } from '../../../src/core.ts'
import {
  createRemedyClient,
  ErrorProvider,
  ProblemField,
  ProblemFields,
  useApiMutation,
  useProblemField,
} from '../../../src/index.ts'

interface Answer {
  readonly contract?: Contract
  readonly status: number
  readonly type?: string
  readonly body: object
}

function Form({ contract = anyBackend, status, type = 'application/json', body, name }: Answer & { name: string }) {
  const save = useApiMutation({
    mutationFn: async () => {
      const response = new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
      throw (await readProblem(response, contract)) ?? new Error('this response is no problem')
    },
  })
  const { inputProps } = useProblemField(save, name)
  return (
    <ProblemFields of={save}>
      <label htmlFor={inputProps.id}>it</label>
      <input {...inputProps} />
      <ProblemField name={name} />
      <button onClick={() => save.mutate()}>save</button>
    </ProblemFields>
  )
}

const errors = (...items: readonly object[]) => ({ errors: items })
const problem = 'application/problem+json'

/** How servers name `items[1].unitPrice` of a form. */
const nested: readonly (readonly [string, Answer])[] = [
  ['RFC 9457', { status: 422, type: problem, body: errors({ pointer: '#/items/1/unit_price', detail: 'x' }) }],
  [
    'FastAPI',
    { status: 422, body: { detail: [{ loc: ['body', 'items', 1, 'unit_price'], msg: 'x', type: 'missing' }] } },
  ],
  ['Django REST', { status: 400, body: { items: [{}, { unit_price: ['This field is required.'] }] } }],
  ['Laravel', { status: 422, body: { message: 'x', errors: { 'items.1.unit_price': ['x'] } } }],
  ['ASP.NET', { status: 400, type: problem, body: { title: 'x', errors: { 'Items[1].UnitPrice': ['x'] } } }],
  [
    'JSON:API',
    {
      status: 422,
      body: errors({ status: '422', title: 'x', source: { pointer: '/data/attributes/items/1/unit-price' } }),
    },
  ],
  ['zod', { status: 400, body: { issues: [{ code: 'too_small', path: ['items', 1, 'unitPrice'], message: 'x' }] } }],
  [
    'express-validator',
    { status: 400, body: errors({ type: 'field', path: 'items[1].unitPrice', location: 'body', msg: 'x' }) },
  ],
  [
    'Nest, whose sentences are read where that is asked for',
    {
      contract: creatoriaWith({ fieldNames: true }),
      status: 400,
      body: { statusCode: 400, error: 'Bad Request', message: ['items.1.unitPrice must be a number'] },
    },
  ],
]

/** How servers name a field at the top. */
const flat: readonly (readonly [string, Answer])[] = [
  [
    'a `param`, as OpenAI has it',
    { status: 400, body: { error: { message: 'x', type: 'invalid_request_error', param: 'max_tokens', code: null } } },
  ],
  ['a `field`', { status: 422, body: errors({ field: 'MaxTokens', message: 'x' }) }],
]

describe('as each kind of server names it, a field is found', () => {
  it.each([
    ...nested.map(([server, answer]) => [server, 'items[1].unitPrice', answer] as const),
    ...flat.map(([server, answer]) => [server, 'maxTokens', answer] as const),
  ])('%s', async (_, name, answer) => {
    const contracts: readonly Contract[] = [answer.contract ?? anyBackend]
    render(
      <ErrorProvider
        contracts={contracts}
        actions={{}}
        client={createRemedyClient({ contracts })}
        queryClient={new QueryClient()}
      >
        <Form {...answer} name={name} />
      </ErrorProvider>,
    )
    await userEvent.click(screen.getByText('save'))
    await waitFor(() => expect(screen.getByLabelText('it')).toBeInvalid())
    expect(screen.getByLabelText('it')).toHaveAccessibleDescription(/^Error: \S/)
    expect(document.querySelector('[data-remedy-surface="summary"]')).toBeNull()
  })
})

import { useState, type ComponentType, type ReactNode } from 'react'
import { Problem } from '../../../src/core.ts'
import { divination } from '../../../src/contracts/divination/index.ts'
import {
  ProblemBoundary,
  ProblemField,
  ProblemFields,
  ProblemInline,
  ProblemPending,
  ProblemSummary,
  useApiMutation,
  useProblemField,
  type RemedyClient,
} from '../../../src/index.ts'

/** One button for each surface; what it asks for is answered by the server as its path says. */
export function Parts({ client }: { readonly client: RemedyClient }): ReactNode {
  const api = client.fetch(divination)
  const ask = (path: string) => async () => (await api(`/api/${path}`, { method: 'POST' })).text()
  return (
    <main>
      <Asks name="toast" ask={ask('toast')} />
      <Asks name="dialog" ask={ask('dialog')} />
      <Asks name="lost" ask={ask('lost')} />
      <Asks name="inline" ask={ask('inline')} part={ProblemInline} />
      <Asks name="pending" ask={ask('pending')} part={ProblemPending} />
      <Form ask={ask('form')} />
      <ProblemBoundary>
        <Breaks />
      </ProblemBoundary>
      <Tells name="banner" tell={() => client.present(new Error('boom'), { show: 'banner' })} />
      <Tells name="unreachable" tell={() => ask('toast')().catch((thrown: unknown) => client.present(thrown))} />
      <Tells name="known" tell={() => client.present(poor, { show: 'toast' })} />
    </main>
  )
}

const poor = new Problem({ kind: 'http', contract: 'divination', code: 'POINTS_INSUFFICIENT_BALANCE', status: 402 })

/** Tells of a failure outside of any hook. */
function Tells({ name, tell }: { readonly name: string; readonly tell: () => unknown }): ReactNode {
  return (
    <button type="button" onClick={() => void tell()}>
      {name}
    </button>
  )
}

interface AsksProps {
  readonly name: string
  readonly ask: () => Promise<string>
  /** Shows it in place. */
  readonly part?: ComponentType<{ readonly of: { readonly error: unknown } }>
}

function Asks({ name, ask, part: Part }: AsksProps): ReactNode {
  const asked = useApiMutation({ contract: divination, mutationFn: ask })
  return (
    <section aria-label={name}>
      <button type="button" onClick={() => asked.mutate()}>
        {name}
      </button>
      {Part ? <Part of={asked} /> : null}
    </section>
  )
}

function Form({ ask }: Pick<AsksProps, 'ask'>): ReactNode {
  const save = useApiMutation({ contract: divination, mutationFn: ask })
  const { inputProps } = useProblemField(save, 'displayName')
  return (
    <ProblemFields of={save}>
      <ProblemSummary of={save} />
      <label htmlFor={inputProps.id}>Name</label>
      <input name="displayName" {...inputProps} />
      <ProblemField of={save} name="displayName" />
      <button type="button" onClick={() => save.mutate()}>
        form
      </button>
    </ProblemFields>
  )
}

function Breaks(): ReactNode {
  const [broken, setBroken] = useState(false)
  if (broken) throw new RangeError('boom')
  return (
    <button type="button" onClick={() => setBroken(true)}>
      page
    </button>
  )
}

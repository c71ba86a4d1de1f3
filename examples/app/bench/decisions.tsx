import { useEffect, useState } from 'react'
import { useRemedy, type Incident, type RemedyClient } from 'react-remedy'

/** One line of the log: what became of one incident. */
interface Decision {
  readonly key: string
  readonly at: string
  readonly code: string
  readonly status: number | undefined
  readonly why: string
  readonly shown: string
  readonly count: number
  readonly more: string
}

const most = 40

/** What the pipeline decided, newest first. */
export function Decisions() {
  const decisions = useDecisions(useRemedy())
  return (
    <section className="bench-section" aria-labelledby="bench-log">
      <h3 id="bench-log">What was decided</h3>
      {decisions.length === 0 ? <p className="bench-hint">Nothing has failed yet.</p> : null}
      <ol className="bench-log" reversed>
        {decisions.map(({ key, at, code, status, why, shown, count, more }) => (
          <li key={key}>
            <strong>
              {code} {status}
            </strong>{' '}
            {count > 1 ? `×${count}` : null}
            <dl>
              <dt>found by</dt>
              <dd>{why}</dd>
              <dt>shown</dt>
              <dd>{shown}</dd>
              {more === '' ? null : (
                <>
                  <dt>also</dt>
                  <dd>{more}</dd>
                </>
              )}
              <dt>at</dt>
              <dd>{at}</dd>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  )
}

function useDecisions({ store }: RemedyClient): readonly Decision[] {
  const [decisions, setDecisions] = useState<readonly Decision[]>([])
  useEffect(() => {
    const note = () => {
      const open = store.getState().incidents.map(read).reverse()
      if (open.length > 0) setDecisions((before) => merge(open, before))
    }
    note()
    return store.subscribe((now, before) => (now.incidents === before.incidents ? undefined : note()))
  }, [store])
  return decisions
}

// An incident that goes on keeps its line; one that is over keeps it too.
function merge(open: readonly Decision[], before: readonly Decision[]): readonly Decision[] {
  const known = before.map((line) => open.find(({ key }) => key === line.key) ?? line)
  const fresh = open.filter(({ key }) => !before.some((line) => line.key === key))
  return [...fresh, ...known].slice(0, most)
}

function read({ id, problem, remedy, shown, count, openedAt }: Incident): Decision {
  const { run, session, offer, why } = remedy
  return {
    key: id,
    at: new Date(openedAt).toLocaleTimeString('en-GB'),
    code: problem.code,
    status: problem.status,
    why: `${why.rung} “${why.key}” in ${why.layer}`,
    shown: shown === 'claimed' ? `in place (${remedy.show})` : shown,
    count,
    more: [
      ...(session ? [`session: ${session}`] : []),
      ...(run.length > 0 ? [`run: ${run.join(', ')}`] : []),
      ...(offer.length > 0 ? [`offer: ${offer.join(', ')}`] : []),
    ].join(' · '),
  }
}

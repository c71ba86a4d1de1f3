import { useTranslation } from 'react-i18next'
import { useApiQuery } from 'react-remedy'
import { classify, type Problem } from 'react-remedy/core'
import { Icon } from '../parts/icon.tsx'
import { Link } from '../parts/link.tsx'
import { Page } from '../parts/page.tsx'
import { sixLines } from '../remedy.ts'
import { useServices } from '../services.ts'
import { creatoria, qoder, resq } from './contracts.ts'
import { Elsewhere } from './elsewhere.tsx'
import type { BackendName } from './lab-store.ts'
import { armNext, NextAnswer } from './next-answer.tsx'

const contracts = { divination: sixLines, qoder, creatoria, resq }
const names: readonly BackendName[] = ['divination', 'qoder', 'creatoria', 'resq']

/** Talks to all four backends at once; each failure is handled by the rules of its own. */
export function LabPage() {
  const { t } = useTranslation()
  const probes = useProbes()
  return (
    <Page title={t('lab.title')} lead={t('lab.lead')}>
      <div className="row">
        <button
          type="button"
          id="ask-all"
          className="button"
          onClick={() => names.forEach((name) => probes[name].ask())}
        >
          {t('lab.askAll')}
        </button>
      </div>
      <ul className="lab-cards">
        {names.map((name) => (
          <li key={name} className="sheet lab-card" data-backend={name}>
            <Card name={name} probe={probes[name]} />
          </li>
        ))}
      </ul>
      <Elsewhere />
    </Page>
  )
}

type Probe = ReturnType<typeof useProbe>

function useProbes(): Readonly<Record<BackendName, Probe>> {
  const { api, labApi } = useServices()
  return {
    divination: useProbe('divination', (signal) => api.points(signal)),
    qoder: useProbe('qoder', (signal) => labApi.qoder.agents(signal)),
    creatoria: useProbe('creatoria', (signal) => labApi.creatoria.agents(signal)),
    resq: useProbe('resq', (signal) => labApi.resq.missions(signal)),
  }
}

// Asked only when told to, so that what comes next is what was chosen.
function useProbe(name: BackendName, call: (signal: AbortSignal) => Promise<unknown>) {
  const { lab } = useServices()
  const query = useApiQuery({
    contract: contracts[name],
    queryKey: ['probe', name],
    queryFn: async ({ signal }) => {
      await armNext(lab, name)
      await call(signal)
      return Date.now()
    },
    enabled: false,
    gcTime: 0,
  })
  return { query, ask: () => void query.refetch() }
}

function Card({ name, probe: { query, ask } }: { readonly name: BackendName; readonly probe: Probe }) {
  const { t } = useTranslation()
  const title = t(`lab.backends.${name}.name`)
  return (
    <>
      <h2>
        {name === 'divination' ? (
          title
        ) : (
          <Link to={`/lab/${name}`}>
            {title} <Icon name="arrow" />
          </Link>
        )}
      </h2>
      <p className="hint">{t(`lab.backends.${name}.rule`)}</p>
      <NextAnswer of={name} />
      <p className="lab-result" role="status" data-state={query.isFetching ? 'asking' : query.status}>
        <Result name={name} query={query} />
      </p>
      <button type="button" className="quiet" id={`ask-${name}`} onClick={ask}>
        {t('lab.ask.one')}
      </button>
    </>
  )
}

function Result({ name, query }: { readonly name: BackendName; readonly query: Probe['query'] }) {
  const { t } = useTranslation()
  const { isFetching, failureCount, error, isSuccess } = query
  if (isFetching) return failureCount > 0 ? t('lab.again', { count: failureCount + 1 }) : t('lab.asking')
  if (error) return <Handled problem={error} name={name} />
  return isSuccess ? t('lab.answered') : t('lab.idle')
}

// What the contract alone says: the page shows it, and the kit has done it already.
function Handled({ problem, name }: { readonly problem: Problem; readonly name: BackendName }) {
  const { t } = useTranslation()
  const { show } = classify(problem, contracts[name])
  return (
    <>
      <code>{problem.code}</code> → {t('lab.handled', { show })}
    </>
  )
}

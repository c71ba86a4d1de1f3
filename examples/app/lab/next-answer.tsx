import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { useStore } from 'zustand'
import { arm, readSwitchboard, type Switchboard } from '../bench/bench-api.ts'
import { useServices } from '../services.ts'
import type { BackendName, LabStore } from './lab-store.ts'

/** Chooses what the next answer of a backend shall be: as it is, or one of the failures that its document lists. */
export function NextAnswer({ of }: { readonly of: BackendName }) {
  const { t } = useTranslation()
  const { lab } = useServices()
  const id = useId()
  const chosen = useStore(lab, ({ next }) => next[of] ?? '')
  const { data } = useQuery({
    queryKey: ['bench'],
    queryFn: ({ signal }) => readSwitchboard(signal),
    meta: { remedy: { show: 'none' } },
  })
  return (
    <div className="lab-next">
      <label htmlFor={id}>{t('lab.next')}</label>
      <select
        id={id}
        data-next={of}
        value={chosen}
        onChange={({ target }) => lab.setState(({ next }) => ({ next: { ...next, [of]: target.value } }))}
      >
        <option value="">{t('lab.asUsual')}</option>
        {data === undefined ? null : <Failures of={of} switchboard={data} />}
      </select>
    </div>
  )
}

function Failures({ of, switchboard }: { readonly of: BackendName; readonly switchboard: Switchboard }) {
  const codes = of === 'divination' ? switchboard.codes : switchboard.backends.find(({ name }) => name === of)?.codes
  return (
    <>
      {codes?.map(({ code, status }) => (
        <option key={code} value={code}>
          {status} {code}
        </option>
      ))}
      {switchboard.faults.map((fault) => (
        <option key={fault}>{fault}</option>
      ))}
    </>
  )
}

const wires = new Set(['drop', 'hang', 'html-502', 'truncate'])

/** Breaks the next request to this backend as chosen, once. */
export async function armNext(lab: LabStore, of: BackendName): Promise<void> {
  const failure = lab.getState().next[of]
  if (failure === undefined || failure === '') return
  lab.setState(({ next }) => ({ next: { ...next, [of]: undefined } }))
  const route = of === 'divination' ? 'GET /api/points' : `* /${of}/`
  await arm({ route, times: 1, ...(wires.has(failure) ? { fault: failure } : { code: failure }) })
}

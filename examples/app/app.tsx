import { useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import { QueryClientProvider } from '@tanstack/react-query'
import { ErrorProvider } from 'react-remedy'
import { createActions } from './actions.ts'
import { Bench } from './bench/bench.tsx'
import { contracts } from './remedy.ts'
import { ServicesContext, type Services } from './services.ts'
import { Shell } from './parts/shell.tsx'

/** The whole application: what it is made of outside, the product and the developer's bench inside. */
export function App({ services }: { readonly services: Services }) {
  const { client, i18n, queryClient } = services
  const actions = useMemo(() => createActions(services), [services])
  return (
    <ServicesContext value={services}>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <ErrorProvider contracts={contracts} client={client} actions={actions} i18n={i18n}>
            <div className="frame">
              <Shell />
              <Bench />
            </div>
          </ErrorProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </ServicesContext>
  )
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorProvider, createRemedyClient, useApiMutation } from 'react-remedy'
import { divination } from 'react-remedy/contracts/divination'
import 'react-remedy/styles.css'
import { HookForm, TanStackForm } from './forms.tsx'

const contracts = [divination] as const
const client = createRemedyClient({ contracts })
const api = client.fetch(divination)
const queryClient = new QueryClient()

function Cast() {
  const cast = useApiMutation({
    mutationFn: async (question: string) => {
      const response = await api('/api/cast', { method: 'POST', body: question })
      return response.text()
    },
  })
  return (
    <main>
      <h1>Cast</h1>
      <button type="button" onClick={() => cast.mutate('Will it work?')}>
        Cast
      </button>
      <output>{cast.data ?? cast.error?.code ?? 'nothing yet'}</output>
    </main>
  )
}

function App() {
  const [ran, setRan] = useState<readonly string[]>([])
  const note = (name: string) => () => setRan((all) => [...all, name])
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorProvider
        client={client}
        contracts={contracts}
        actions={{
          recharge: note('recharge'),
          refreshHistory: note('refreshHistory'),
          refreshNotifications: note('refreshNotifications'),
          startNewSession: note('startNewSession'),
          restartCasting: note('restartCasting'),
          switchToTextInput: note('switchToTextInput'),
          bootstrapProfile: note('bootstrapProfile'),
          bootstrapInviteCode: note('bootstrapInviteCode'),
        }}
      >
        <Cast />
        <HookForm />
        <TanStackForm />
        <p>Actions run: {ran.join(', ') || 'none'}</p>
      </ErrorProvider>
    </QueryClientProvider>
  )
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )

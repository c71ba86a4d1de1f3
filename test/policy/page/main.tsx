import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { divination } from '../../../src/contracts/divination/index.ts'
import { createRemedyClient, ErrorProvider } from '../../../src/index.ts'
import { Parts } from './parts.tsx'
import '../../../src/styles.css'

const contracts = [divination]
const client = createRemedyClient({ contracts })
const nothing = (): void => undefined

// The language of the page is the one that its address asks for.
document.documentElement.lang = new URLSearchParams(location.search).get('lang') ?? 'en'

function App() {
  return <Parts client={client} />
}

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <ErrorProvider
        client={client}
        contracts={contracts}
        actions={{
          recharge: nothing,
          refreshHistory: nothing,
          refreshNotifications: nothing,
          startNewSession: nothing,
          restartCasting: nothing,
          switchToTextInput: nothing,
          bootstrapProfile: nothing,
          bootstrapInviteCode: nothing,
        }}
      >
        <App />
      </ErrorProvider>
    </StrictMode>,
  )

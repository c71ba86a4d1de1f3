import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { defineContract } from '../../src/core.ts'
import { createRemedyClient, ErrorProvider, useApiMutation } from '../../src/index.ts'
import '../../src/styles.css'
import { shop as plain } from './shop.ts'

const shop = defineContract({ ...plain, idempotencyHeader: 'Idempotency-Key' })
const client = createRemedyClient({ contracts: [shop] })
const api = client.fetch(shop)

createRoot(document.getElementById('root') ?? document.body).render(
  <ErrorProvider contracts={[shop]} client={client} queryClient={new QueryClient()}>
    <Till name="once" intent={(what) => `order ${what}`} />
    <Till name="each time" />
  </ErrorProvider>,
)

function Till({ name, intent }: { readonly name: string; readonly intent?: (what: string) => string }) {
  const { mutate, data, isPending } = useApiMutation({
    mutationFn: async (what: string) => {
      const response = await api(`/api/orders/${what}`, { method: 'POST' })
      return response.json() as Promise<{ order: number }>
    },
    ...(intent === undefined ? {} : { intent }),
  })
  return (
    <>
      <button type="button" onClick={() => mutate('tea')}>
        {name}
      </button>
      <output aria-label={name}>{isPending ? 'under way' : data?.order}</output>
    </>
  )
}

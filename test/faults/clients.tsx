import { QueryClient, useQuery } from '@tanstack/react-query'
import ky from 'ky'
import { createRoot } from 'react-dom/client'
import { defineContract, isProblem } from '../../src/core.ts'
import { ErrorProvider, useApiQuery } from '../../src/index.ts'
import '../../src/styles.css'
import { shop as plain } from './shop.ts'

const quick = { retries: 2, first: 1, factor: 1, max: 1, jitter: 0 }
const shop = defineContract({ ...plain, retry: quick })
const other = defineContract({ ...shop, name: 'other', match: 'https://other.example/' })
const impatient = ky.create({ retry: { backoffLimit: 5 } })

/** How a page asks, by the name that the test gives it. */
const sends: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  ky: (url) => impatient(url).json(),
  'ky, from another origin': (url) => impatient(`http://localhost:${location.port}${url}`).json(),
  'ky, once': (url) => impatient(url, { retry: 0 }).json(),
  fetch: (url) => fetch(url),
  'fetch, three times': async (url) => {
    await (await fetch(`${url}/third`)).text()
    await (await fetch(`${url}/third`)).text()
    return fetch(`${url}/third`)
  },
}

const asked = new URLSearchParams(location.search)
const contracts = asked.has('other') ? [other, shop] : [shop]
// The record that a browser keeps by itself holds so many.
for (let sent = 0; sent < Number(asked.get('before')); sent++) await (await fetch(`/api/done?${sent}`)).text()

const queryClient = new QueryClient()

createRoot(document.getElementById('root') ?? document.body).render(
  <ErrorProvider contracts={contracts} queryClient={queryClient}>
    {asked.getAll('by').map((name, index) => (
      <Item key={index} name={name} index={index} />
    ))}
    {asked.getAll('plainly').map((name) => (
      <Plain key={name} name={name} />
    ))}
  </ErrorProvider>,
)

interface Asking {
  readonly name: string
  readonly index: number
}

function Item({ name, index }: Asking) {
  const own = asked.has('retry') ? { retry: Number(asked.get('retry')), retryDelay: 1 } : {}
  const { error } = useApiQuery({ queryKey: ['item', index], queryFn: () => ask(name), ...own })
  return <output>{wordsOf(error)}</output>
}

function Plain({ name }: Omit<Asking, 'index'>) {
  const plain = { queryKey: ['plain'], queryFn: () => ask(name), retry: 2, retryDelay: 1 }
  const { error } = useQuery(plain, queryClient)
  return <output>{wordsOf(error)}</output>
}

async function ask(name: string): Promise<unknown> {
  return (await sends[name]?.('/api/items/1')) ?? null
}

function wordsOf(error: Error | null): string {
  if (error === null) return 'under way'
  return isProblem(error) ? `${error.contract} ${error.code}, sent ${error.attempts ?? 'once'}` : error.message
}

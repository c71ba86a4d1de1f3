import { useState } from 'react'
import { useSession } from 'react-remedy'
import { useQueryClient } from '@tanstack/react-query'
import { useServices } from '../services.ts'
import type { Member } from '../tokens.ts'
import { post } from './bench-api.ts'

interface Lever {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

const levers: readonly Lever[] = [
  { id: 'approve', name: 'Approve what is pending', path: '/__approvals', body: { outcome: 'approved' } },
  { id: 'reject', name: 'Reject it', path: '/__approvals', body: { outcome: 'rejected' } },
  { id: 'expire-access', name: 'Expire access', path: '/__tokens', body: { which: 'access' } },
  { id: 'expire-session', name: 'Let the session run out', path: '/__tokens', body: { which: 'idle' } },
  { id: 'age-sign-in', name: 'Make the sign-in old', path: '/__tokens', body: { which: 'old' } },
  { id: 'revoke-refresh', name: 'Revoke refresh, too', path: '/__tokens', body: { which: 'refresh' } },
]

/** What the rest of the world can do: approve, expire, spend. */
export function Levers() {
  const { user } = useSession<Member>()
  const { api } = useServices()
  const queryClient = useQueryClient()
  const [said, setSaid] = useState('')

  async function pull({ name, path, body }: Lever) {
    const response = await post(path, body)
    setSaid(`${name}: ${response.ok ? 'done' : 'refused'}`)
    if (path === '/__points') await queryClient.invalidateQueries({ queryKey: ['points'] })
  }

  async function askAtOnce() {
    const asked = await Promise.allSettled(Array.from({ length: 7 }, () => api.points()))
    setSaid(`Ask seven times at once: ${asked.filter(({ status }) => status === 'fulfilled').length} answered`)
  }

  const spend: Lever = {
    id: 'spend',
    name: 'Spend all points',
    path: '/__points',
    body: { email: user?.email, points: 0 },
  }
  return (
    <section className="bench-section" aria-labelledby="bench-levers">
      <h3 id="bench-levers">The rest of the world</h3>
      <div className="bench-levers">
        {[...levers, ...(user ? [spend] : [])].map((lever) => (
          <button
            key={lever.id}
            type="button"
            id={`bench-${lever.id}`}
            className="bench-button"
            onClick={() => void pull(lever)}
          >
            {lever.name}
          </button>
        ))}
        <button type="button" id="bench-ask" className="bench-button" onClick={() => void askAtOnce()}>
          Ask seven times at once
        </button>
      </div>
      <p role="status" className="bench-hint">
        {said}
      </p>
    </section>
  )
}

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Decisions } from './decisions.tsx'
import { FaultForm } from './fault-form.tsx'
import { Levers } from './levers.tsx'
import { LookForm } from './look-form.tsx'
import { Link } from '../parts/link.tsx'
import { readSwitchboard } from './bench-api.ts'

/** The developer's tool beside the product: breaks the next request, and says what became of it. In English only. */
export function Bench() {
  const [open, setOpen] = useState(() => localStorage.getItem('six-lines.bench') === 'open')

  function toggle() {
    localStorage.setItem('six-lines.bench', open ? 'closed' : 'open')
    setOpen(!open)
  }

  return (
    <aside className="bench" data-open={open} aria-label="Break it" lang="en" dir="ltr">
      <button
        type="button"
        id="bench-toggle"
        className="bench-toggle"
        aria-expanded={open}
        aria-controls="bench-panel"
        onClick={toggle}
      >
        {open ? 'Close' : 'Break it'}
      </button>
      <div id="bench-panel" className="bench-panel" hidden={!open}>
        {open ? <Panel /> : null}
      </div>
    </aside>
  )
}

function Panel() {
  const switchboard = useQuery({
    queryKey: ['bench'],
    queryFn: ({ signal }) => readSwitchboard(signal),
    // What is armed goes off elsewhere.
    refetchInterval: ({ state }) => (state.data?.armed.length ? 1000 : false),
    meta: { remedy: { show: 'none' } },
  })
  return (
    <>
      <h2>Break it</h2>
      <p>A developer’s tool, not part of the product. The next request to a route fails as you choose.</p>
      <p>
        <Link to="/lab" id="bench-lab">
          The lab: four backends at once
        </Link>
      </p>
      {switchboard.data ? (
        <FaultForm switchboard={switchboard.data} onChange={() => void switchboard.refetch()} />
      ) : null}
      <Decisions />
      <Levers />
      <LookForm />
    </>
  )
}

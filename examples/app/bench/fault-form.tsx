import { useState, type FormEvent } from 'react'
import { Link } from '../parts/link.tsx'
import { triggerFor } from '../routes.ts'
import { arm, disarm, type Switchboard } from './bench-api.ts'

interface FaultFormProps {
  readonly switchboard: Switchboard
  readonly onChange: () => void
}

const wires: Readonly<Record<string, string>> = {
  drop: 'The connection drops',
  hang: 'The server never answers',
  'html-502': 'A proxy answers 502 in HTML',
  truncate: 'The body ends half-way',
}

/** Chooses what breaks, where, and how often. */
export function FaultForm({ switchboard, onChange }: FaultFormProps) {
  const [failure, setFailure] = useState('POINTS_INSUFFICIENT_BALANCE')
  const trigger = triggerFor(failure)
  // A failure of another backend carries its name: `qoder/conflict_error`.
  const [backend, code] = failure.includes('/') ? failure.split('/') : [undefined, failure]
  const natural = trigger?.route ?? (backend === undefined ? '*' : `* /${backend}/`)
  const routes = switchboard.routes.filter((route) => backend === undefined || route.includes(` /${backend}/`))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const wire = Object.hasOwn(wires, failure)
    const retryAfter = data.get('retryAfter')
    await arm({
      route: data.get('route'),
      times: Number(data.get('times')),
      ...(wire ? { fault: failure } : { code }),
      ...(retryAfter === 'none'
        ? { retryAfter: null }
        : retryAfter === 'as usual'
          ? {}
          : { retryAfter: Number(retryAfter) }),
    })
    onChange()
  }

  return (
    <form className="bench-form" onSubmit={(event) => void submit(event)}>
      <label>
        What happens
        <select name="failure" id="bench-failure" value={failure} onChange={(event) => setFailure(event.target.value)}>
          <Failures switchboard={switchboard} />
        </select>
      </label>
      <label>
        To the next request to
        {/* A new failure begins with the route it naturally comes from. */}
        <select key={natural} name="route" id="bench-route" defaultValue={natural}>
          <option value={backend === undefined ? '*' : natural}>whichever comes next</option>
          {routes.map((route) => (
            <option key={route}>{route}</option>
          ))}
        </select>
      </label>
      <div className="bench-pair">
        <label>
          Times
          <input name="times" id="bench-times" type="number" min={1} max={99} defaultValue={1} />
        </label>
        <label>
          Retry-After
          <select name="retryAfter" id="bench-retry-after" defaultValue="as usual">
            {['as usual', 'none', '3', '10', '60'].map((value) => (
              <option key={value} value={value}>
                {Number(value) > 0 ? `${value} s` : value}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button type="submit" id="bench-arm" className="bench-button">
        Arm it
      </button>
      {trigger ? <Hint hint={trigger.hint} page={trigger.page} /> : null}
      {backend === undefined ? null : <Hint hint="In the lab, its own page." page={`/lab/${backend}`} />}
      <Armed switchboard={switchboard} onChange={onChange} />
    </form>
  )
}

function Failures({ switchboard }: { readonly switchboard: Switchboard }) {
  const prefixOf = (code: string) => code.split('_')[0] ?? ''
  const groups = [...new Set(switchboard.codes.map(({ code }) => prefixOf(code)))]
  return (
    <>
      <optgroup label="The wire itself">
        {switchboard.faults.map((fault) => (
          <option key={fault} value={fault}>
            {wires[fault] ?? fault}
          </option>
        ))}
      </optgroup>
      {groups.map((group) => (
        <optgroup key={group} label={group}>
          {switchboard.codes
            .filter(({ code }) => prefixOf(code) === group)
            .map(({ code, status }) => (
              <option key={code} value={code}>
                {status} {code}
              </option>
            ))}
        </optgroup>
      ))}
      {switchboard.backends.map(({ name, title, codes }) => (
        <optgroup key={name} label={title}>
          {codes.map(({ code, status }) => (
            <option key={code} value={`${name}/${code}`}>
              {status} {code}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  )
}

function Hint({ hint, page }: { readonly hint: string; readonly page: string }) {
  return (
    <p className="bench-hint">
      Then: {hint} {page.includes('{') || page === '/sign-in' ? null : <Link to={page}>Go there</Link>}
    </p>
  )
}

function Armed({ switchboard, onChange }: FaultFormProps) {
  if (switchboard.armed.length === 0) return null
  return (
    <div className="bench-armed" role="status">
      <ul>
        {switchboard.armed.map(({ route, code, fault, times }, index) => (
          <li key={`${index} ${route}`}>
            {code ?? fault} · {route} · {times}×
          </li>
        ))}
      </ul>
      <button type="button" id="bench-disarm" className="bench-button" onClick={() => void disarm().then(onChange)}>
        Take it back
      </button>
    </div>
  )
}

import { useEffect, useRef, type ReactNode } from 'react'
import { divination } from '../../src/contracts/divination/index.ts'
import { ProblemField, useApiMutation, useApiQuery, useProblemField, useRemedy } from '../../src/index.ts'
import './scenes.css'

interface FieldProps {
  readonly of: object
  readonly name: string
  readonly label: string
  readonly value: string
}

/** A labelled control with its message. */
export function Field({ of, name, label, value }: FieldProps): ReactNode {
  const { inputProps } = useProblemField(of, name)
  return (
    <div className="field">
      <label htmlFor={inputProps.id}>{label}</label>
      <input name={name} defaultValue={value} {...inputProps} />
      <ProblemField of={of} name={name} />
    </div>
  )
}

interface FailsProps {
  readonly path: string
  /** Milliseconds. */
  readonly after?: number
  readonly children?: (failed: object) => ReactNode
}

/** Sends one request, which fails. */
export function Fails({ path, after = 0, children }: FailsProps): ReactNode {
  const api = useRemedy().fetch(divination)
  const call = useApiMutation({
    mutationKey: [path],
    mutationFn: async () => (await api(`/api/scenes/${path}`, { method: 'POST' })).status,
  })
  const { mutate } = call
  const sent = useRef(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!sent.current) mutate()
      sent.current = true
    }, after)
    return () => clearTimeout(timer)
  }, [mutate, after])
  return children?.(call) ?? null
}

/** Reads something, in vain. */
export function Reads({ path }: { readonly path: string }): ReactNode {
  const api = useRemedy().fetch(divination)
  useApiQuery({ queryKey: [path], queryFn: async () => (await api(`/api/scenes/${path}`)).status })
  return null
}

/** What stands around: an application seen from afar. */
export function Shell({ lines = 3, children }: { readonly lines?: number; readonly children?: ReactNode }): ReactNode {
  const widths = [92, 78, 64].slice(0, lines)
  return (
    <>
      <header className="shell-bar">
        <b />
        <i style={{ inlineSize: '4.5rem' }} />
        <i style={{ inlineSize: '3rem' }} />
        <u />
      </header>
      <main className="shell">
        {lines > 0 ? <b className="shell-title" /> : null}
        {widths.map((width) => (
          <i key={width} style={{ inlineSize: `${width}%` }} />
        ))}
        {children}
      </main>
    </>
  )
}

/** An application whose browser has lost the network. */
export function Offline(): ReactNode {
  const { store } = useRemedy()
  useEffect(() => {
    const timer = setTimeout(() => store.setState({ online: false }))
    return () => clearTimeout(timer)
  }, [store])
  return null
}

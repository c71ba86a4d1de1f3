import { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { divination } from '../../src/contracts/divination/index.ts'
import {
  createRemedyClient,
  ErrorProvider,
  ProblemField,
  ProblemFields,
  ProblemInline,
  ProblemPage,
  ProblemPending,
  useApiMutation,
  useApiQuery,
  useProblemField,
  useRemedy,
} from '../../src/index.ts'

const contracts = [divination]
const nothing = () => undefined
const actions = {
  recharge: nothing,
  refreshHistory: nothing,
  refreshNotifications: nothing,
  startNewSession: nothing,
  restartCasting: nothing,
  switchToTextInput: nothing,
  bootstrapProfile: nothing,
  bootstrapInviteCode: nothing,
}

const scenes: Readonly<Record<string, () => ReactNode>> = { toast, dialog, banner, fields, inline, page, pending }

/** One small application in which one thing has failed, over real HTTP. */
export function Scene({ name }: { readonly name: string }): ReactNode {
  const [made] = useState(() => ({ client: createRemedyClient({ contracts }), queryClient: new QueryClient() }))
  return (
    <ErrorProvider
      {...made}
      contracts={contracts}
      actions={actions}
      remedies={{ '5xx': { show: 'banner', severity: 'warning', offer: ['retry'], retry: false } }}
    >
      <div className={`scene scene-${name}`}>{scenes[name]?.()}</div>
    </ErrorProvider>
  )
}

function toast(): ReactNode {
  return (
    <Shell>
      {innerHeight < 480 ? null : <Fails path="/api/reading" />}
      <Fails path="/api/voice" after={300} />
    </Shell>
  )
}

function dialog(): ReactNode {
  return (
    <Shell>
      <Fails path="/api/cast" />
    </Shell>
  )
}

function banner(): ReactNode {
  return (
    <Shell>
      <Reads path="/api/history" />
    </Shell>
  )
}

function inline(): ReactNode {
  return (
    <Shell lines={0}>
      <Fails path="/api/code">{(failed) => <ProblemInline of={failed} />}</Fails>
    </Shell>
  )
}

function pending(): ReactNode {
  return (
    <Shell lines={1}>
      <Fails path="/api/tool">{(failed) => <ProblemPending of={failed} />}</Fails>
    </Shell>
  )
}

function page(): ReactNode {
  return <Fails path="/api/page">{(failed) => <ProblemPage of={failed} reset={nothing} />}</Fails>
}

function fields(): ReactNode {
  return (
    <Shell lines={0}>
      <Fails path="/api/profile">
        {(failed) => (
          <ProblemFields of={failed}>
            <form>
              <Field of={failed} name="displayName" label="Name" value="A" />
              <Field of={failed} name="birthDate" label="Date of birth" value="31 February 1990" />
            </form>
          </ProblemFields>
        )}
      </Fails>
    </Shell>
  )
}

interface FieldProps {
  readonly of: object
  readonly name: string
  readonly label: string
  readonly value: string
}

function Field({ of, name, label, value }: FieldProps): ReactNode {
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
function Fails({ path, after = 0, children }: FailsProps): ReactNode {
  const api = useRemedy().fetch(divination)
  const call = useApiMutation({
    mutationKey: [path],
    mutationFn: async () => (await api(path, { method: 'POST' })).status,
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

function Reads({ path }: { readonly path: string }): ReactNode {
  const api = useRemedy().fetch(divination)
  useApiQuery({ queryKey: [path], queryFn: async () => (await api(path)).status })
  return null
}

/** What stands around: an application seen from afar. */
function Shell({ lines = 3, children }: { readonly lines?: number; readonly children?: ReactNode }): ReactNode {
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

import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Component, lazy, Suspense, useDeferredValue, useEffect, useState, type ReactNode } from 'react'
import {
  ProblemField,
  ProblemFields,
  ProblemInline,
  useApiMutation,
  useApiQuery,
  useApiSuspenseQuery,
  useProblem,
  useProblemField,
  useRemedy,
} from '../../../src/index.ts'

/** One failure about to happen, and how a claimer is to ask for it. */
export interface Play {
  /** The work that fails. */
  readonly work: () => Promise<string>
  /** Plain hooks of TanStack, or ours. */
  readonly hooks: typeof plain
  /** Takes what is to be called when it is time to send; queries send by themselves. */
  readonly onGo: (go: () => void) => void
}

export const plain = { useQuery, useMutation, useSuspenseQuery }

// The same as far as this test goes: what ours take besides, nobody here gives.
export const wrapped = {
  useQuery: useApiQuery,
  useMutation: useApiMutation,
  useSuspenseQuery: useApiSuspenseQuery,
} as unknown as typeof plain

export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const queryKey = ['points']
export const inPlace = { remedy: { show: 'inline' } }
const inFields = { remedy: { remedies: { default: { show: 'fields', field: 'name' } } } }

function useFailing({ work, hooks }: Play, more: object = {}) {
  return hooks.useQuery({ queryKey, queryFn: work, retry: false, ...more })
}

function useSending(play: Play, more: { mutationFn?: () => Promise<string>; onError?: (thrown: Error) => void } = {}) {
  return play.hooks.useMutation({ mutationFn: () => play.work(), ...more })
}

/** Sends when it is time. The last one mounted does it, once. */
function useGo(play: Play, go: () => void): void {
  useEffect(() => play.onGo(go))
}

export function Query({
  play,
  more,
  children,
}: {
  play: Play
  more?: object
  children?: (of: { error: unknown }) => ReactNode
}) {
  const failing = useFailing(play, more)
  return children?.(failing)
}

export function Suspended({ play }: { play: Play }) {
  return play.hooks.useSuspenseQuery({ queryKey, queryFn: play.work, retry: false }).data
}

export function Mutation({ play, more, children }: { play: Play; more?: object; children?: (of: Sent) => ReactNode }) {
  const sent = useSending(play, more)
  useGo(play, () => sent.mutate())
  return children?.(sent)
}

type Sent = ReturnType<typeof useSending>

/** A part that takes what it catches; `how` sends. */
export function Taking({ play, how }: { play: Play; how: (sent: Sent, take: (thrown: unknown) => void) => void }) {
  const [problem, take] = useProblem()
  const sent = useSending(play)
  useGo(play, () => how(sent, take))
  return <ProblemInline of={problem} />
}

export function LateError({ play }: { play: Play }) {
  const [problem, take] = useProblem()
  const onError = async (thrown: Error) => {
    await wait(5)
    take(thrown)
  }
  const sent = useSending(play, { onError: (thrown) => onError(thrown) as unknown as void })
  useGo(play, () => sent.mutate())
  return <ProblemInline of={problem} />
}

export function EffectTakes({ play }: { play: Play }) {
  const [problem, take] = useProblem()
  const { error } = useFailing(play)
  useEffect(() => take(error), [error, take])
  return <ProblemInline of={problem} />
}

/** Claims in a commit that React puts off for whatever is more urgent. */
export function Deferred({ of }: { of: { error: unknown } }) {
  const error = useDeferredValue(of.error, null) as Error | null
  return <ProblemInline of={error} />
}

/** An error boundary that knows nothing of ours. */
export class Foreign extends Component<{ readonly children?: ReactNode }, { readonly caught: boolean }> {
  override state = { caught: false }

  static getDerivedStateFromError() {
    return { caught: true }
  }

  override render() {
    return this.state.caught ? <p data-foreign="" /> : this.props.children
  }
}

export function Form({ play }: { play: Play }) {
  const sent = useSending(play, { meta: inFields } as object)
  const { inputProps } = useProblemField(sent, 'name')
  useGo(play, () => sent.mutate())
  return (
    <ProblemFields of={sent}>
      <input aria-label="name" {...inputProps} />
      <ProblemField name="name" />
    </ProblemFields>
  )
}

export function LazyPart({ of }: { of: { error: unknown } }) {
  const [Part] = useState(() =>
    lazy(async () => {
      await wait(60)
      return { default: ProblemInline }
    }),
  )
  return (
    <Suspense fallback={null}>
      <Part of={of} />
    </Suspense>
  )
}

export function Claims({ play, present }: { play: Play; present?: boolean }) {
  const client = useRemedy()
  const sent = useSending(play)
  useGo(play, () => {
    sent.mutateAsync().catch((thrown: Error) => {
      if (present === true) client.present(thrown)
      else client.claim(client.parts.runtime.problemOf(thrown))
    })
  })
  return null
}

export function Through({ play, children }: { play: Play; children?: (of: Sent) => ReactNode }) {
  const queryClient = useQueryClient()
  const mutationFn = () => queryClient.fetchQuery({ queryKey, queryFn: play.work, retry: false })
  const sent = useSending(play, { mutationFn })
  useGo(play, () => sent.mutate())
  return children?.(sent)
}

export const inline = (of: { error: unknown }) => <ProblemInline of={of} />
export const always = { throwOnError: true }

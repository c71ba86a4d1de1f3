import { Suspense, type ComponentType } from 'react'
import { ProblemBoundary } from '../../../src/index.ts'
import {
  always,
  Claims,
  Deferred,
  EffectTakes,
  Foreign,
  Form,
  inline,
  inPlace,
  LateError,
  LazyPart,
  Mutation,
  Query,
  Suspended,
  Taking,
  Through,
  wait,
  type Play,
} from './parts.tsx'

/** Where a failure is to be seen in the end. */
export type Owner = 'toast' | 'inline' | 'page' | 'field' | 'foreign' | 'nothing'

/** A part of an app that means to show a failure itself. */
export interface Claimer {
  /** `open`: the part that claims is on the page. */
  readonly Part: ComponentType<PartProps>
  /** Who shows the failure while the part stays. */
  readonly stays: Owner
  /** Who may show it once the part is gone, before it could be read. */
  readonly gone: Owner | readonly Owner[]
  /** It claims so late that a toast may be up by then. */
  readonly late?: boolean
  /** With plain hooks nothing tells who caught it but `onCaughtError`, which React 18 does not have. */
  readonly untold?: boolean
}

interface PartProps {
  readonly play: Play
  readonly open: boolean
}

/** The claimers, by what they are called. A query that nobody looks at any more is nobody's to show (its page is gone). */
export const claimers: Readonly<Record<string, Claimer>> = {
  'nobody, of a query': { Part: ({ play }) => <Query play={play} />, stays: 'toast', gone: 'toast' },
  'nobody, of a mutation': {
    Part: ({ play, open }) => open && <Mutation play={play} />,
    stays: 'toast',
    gone: 'toast',
  },
  'inline of a query that stays': {
    Part: ({ play, open }) => <Query play={play}>{(of) => open && inline(of)}</Query>,
    stays: 'inline',
    gone: 'toast',
  },
  'inline that React defers': {
    Part: ({ play, open }) => <Query play={play}>{(of) => open && <Deferred of={of} />}</Query>,
    stays: 'inline',
    gone: 'toast',
    late: true,
  },
  'inline of a query, a page': {
    Part: ({ play, open }) => open && <Query play={play}>{inline}</Query>,
    stays: 'inline',
    gone: 'nothing',
  },
  'inline of a mutation': {
    Part: ({ play, open }) => open && <Mutation play={play}>{inline}</Mutation>,
    stays: 'inline',
    gone: 'toast',
  },
  'useProblem with .catch': {
    Part: ({ play, open }) => open && <Taking play={play} how={(sent, take) => void sent.mutateAsync().catch(take)} />,
    stays: 'inline',
    gone: 'toast',
  },
  'useProblem with .catch after 20 ms': {
    Part: ({ play, open }) =>
      open && (
        <Taking
          play={play}
          how={(sent, take) => void sent.mutateAsync().catch((thrown: Error) => wait(20).then(() => take(thrown)))}
        />
      ),
    stays: 'inline',
    gone: 'toast',
  },
  'useProblem with onError of mutate': {
    Part: ({ play, open }) =>
      open && <Taking play={play} how={(sent, take) => sent.mutate(undefined, { onError: take })} />,
    stays: 'inline',
    gone: 'toast',
  },
  'useProblem with an onError that awaits': {
    Part: ({ play, open }) => open && <LateError play={play} />,
    stays: 'inline',
    gone: 'toast',
  },
  'useProblem in an effect': {
    Part: ({ play, open }) => open && <EffectTakes play={play} />,
    stays: 'inline',
    gone: 'nothing',
  },
  'useProblem with allSettled and a slow peer': {
    Part: ({ play, open }) =>
      open && (
        <Taking
          play={play}
          how={(sent, take) =>
            void Promise.allSettled([sent.mutateAsync(), wait(400)]).then(
              ([first]) => first.status === 'rejected' && take(first.reason),
            )
          }
        />
      ),
    stays: 'inline',
    gone: 'toast',
    late: true,
  },
  'two inlines of one query': {
    Part: ({ play, open }) => (
      <Query play={play}>
        {(of) =>
          open && (
            <>
              {inline(of)}
              {inline(of)}
            </>
          )
        }
      </Query>
    ),
    stays: 'inline',
    gone: 'toast',
  },
  'several observers, one inline': {
    Part: ({ play, open }) => (
      <>
        <Query play={play} />
        <Query play={play}>{(of) => open && inline(of)}</Query>
        <Query play={play} />
      </>
    ),
    stays: 'inline',
    gone: 'toast',
  },
  'boundary around a suspense query': {
    Part: ({ play, open }) =>
      open && (
        <ProblemBoundary>
          <Suspense fallback={null}>
            <Suspended play={play} />
          </Suspense>
        </ProblemBoundary>
      ),
    stays: 'page',
    gone: 'toast',
  },
  'boundary around a query that throws': {
    Part: ({ play, open }) =>
      open && (
        <ProblemBoundary>
          <Query play={play} more={always} />
        </ProblemBoundary>
      ),
    stays: 'page',
    // Its query is nobody's to show; once the boundary has caught it, it is the boundary's.
    gone: ['nothing', 'toast'],
  },
  'boundary and inline of one query': {
    Part: ({ play, open }) => (
      <Query play={play}>
        {(of) =>
          open && (
            <>
              <ProblemBoundary>
                <Query play={play} more={always} />
              </ProblemBoundary>
              {inline(of)}
            </>
          )
        }
      </Query>
    ),
    stays: 'inline',
    gone: 'toast',
  },
  'a boundary of somebody else around a suspense query': {
    Part: ({ play, open }) =>
      open && (
        <Foreign>
          <Suspense fallback={null}>
            <Suspended play={play} />
          </Suspense>
        </Foreign>
      ),
    stays: 'foreign',
    // Gone together with what it caught, that is reported and shown nowhere; gone before, nobody caught it.
    gone: ['nothing', 'toast'],
    untold: true,
  },
  'a boundary of somebody else around a query that throws': {
    Part: ({ play, open }) =>
      open && (
        <Foreign>
          <Query play={play} more={always} />
        </Foreign>
      ),
    stays: 'foreign',
    gone: ['nothing', 'toast'],
    untold: true,
  },
  'a boundary of somebody else around a mutation that throws': {
    Part: ({ play, open }) =>
      open && (
        <Foreign>
          <Mutation play={play} more={always} />
        </Foreign>
      ),
    stays: 'foreign',
    gone: ['nothing', 'toast'],
    untold: true,
  },
  'fields of a form': { Part: ({ play, open }) => open && <Form play={play} />, stays: 'field', gone: 'toast' },
  'a lazy part with show: inline': {
    Part: ({ play, open }) => (
      <Query play={play} more={{ meta: inPlace }}>
        {(of) => open && of.error !== null && <LazyPart of={of} />}
      </Query>
    ),
    stays: 'inline',
    gone: 'toast',
  },
  'client.claim': { Part: ({ play, open }) => open && <Claims play={play} />, stays: 'nothing', gone: 'nothing' },
  'client.present': { Part: ({ play, open }) => open && <Claims play={play} present />, stays: 'toast', gone: 'toast' },
  'nobody, of a mutation that calls fetchQuery': {
    Part: ({ play, open }) => open && <Through play={play} />,
    stays: 'toast',
    gone: 'toast',
  },
  'inline of a mutation that calls fetchQuery': {
    Part: ({ play, open }) => open && <Through play={play}>{inline}</Through>,
    stays: 'inline',
    gone: 'toast',
  },
}

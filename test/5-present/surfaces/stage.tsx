import { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createRemedyStore, type RemedyState } from '../../../src/4-act/store.ts'
import { classify } from '../../../src/2-classify/classify.ts'
import { createRemedyClient, type RemedyClient } from '../../../src/5-present/client.ts'
import { RemedyContext, type RemedyContextValue } from '../../../src/5-present/context.ts'
import type { Surfaces } from '../../../src/5-present/surface-props.ts'
import { createTable } from '../../../src/5-present/words/table.ts'
import type { Words } from '../../../src/5-present/words/types.ts'
import { createWords } from '../../../src/5-present/words/words.ts'
import { divination } from '../../../src/contracts/divination/index.ts'
import divinationEn, { actions as actionsEn } from '../../../src/contracts/divination/messages/en.ts'
import ar from '../../../src/locales/ar.ts'
import en from '../../../src/locales/en.ts'
import type { KitTexts } from '../../../src/locales/texts.ts'
import type { Incident } from '../../../src/problem/incident.ts'
import { Problem } from '../../../src/problem/problem.ts'
import type { ProblemInit } from '../../../src/problem/problem-data.ts'
import type { ResolvedRemedy } from '../../../src/problem/remedy.ts'

/** What a test changes of an incident. */
export interface IncidentChanges extends Partial<Omit<Incident, 'problem' | 'remedy'>> {
  readonly problem?: Partial<ProblemInit>
  readonly remedy?: Partial<ResolvedRemedy>
}

/** A client with a real store whose buttons are only noted, and a provider around the surfaces under test. */
export function createStage({ surfaces = {}, words = englishWords() }: { surfaces?: Surfaces; words?: Words } = {}) {
  const store = createRemedyStore()
  const pressed: string[] = []
  const dismissed: string[] = []
  const client: RemedyClient = {
    ...createRemedyClient({ contracts: [divination] }),
    store,
    act: async (id, action) => void pressed.push(`${id} ${action}`),
    dismiss(id) {
      dismissed.push(id)
      store.setState(({ incidents }) => ({ incidents: incidents.filter((incident) => incident.id !== id) }))
    },
  }
  const value: RemedyContextValue = { client, queryClient: new QueryClient(), words, surfaces, scopes: [] }
  return {
    client,
    store,
    words,
    pressed,
    dismissed,
    show: (...incidents: readonly Incident[]) => store.setState({ incidents }),
    set: (state: Partial<RemedyState>) => store.setState(state),
    Stage: ({ children }: { readonly children?: ReactNode }) => (
      <RemedyContext.Provider value={value}>{children}</RemedyContext.Provider>
    ),
  }
}

/** An incident of the divination contract, classified as its catalogue says. */
export function incidentOf(code: string, changes: IncidentChanges = {}): Incident {
  const problem = new Problem({
    kind: 'http',
    contract: 'divination',
    code,
    status: 500,
    requestId: 'req_7Qx2mB',
    occurredAt: Date.UTC(2026, 0, 15, 9, 30),
    ...changes.problem,
  })
  const remedy = { ...classify(problem, divination), ...changes.remedy }
  const id = changes.id ?? code
  const limit = undefined
  const base = {
    id,
    cause: id,
    count: 1,
    shown: remedy.show,
    offer: remedy.offer,
    busy: undefined,
    limit,
    urgent: true,
  }
  return { ...base, openedAt: 0, updatedAt: 0, ...changes, problem, remedy }
}

/** The kit's and the contract's words in English, without a loader. */
export function englishWords(): Words {
  const table = createTable()
  table.add('en', 'remedy', en)
  table.add('en', 'remedy.divination', { ...divinationEn, actions: actionsEn })
  return createWords(['en'], () => ['divination'], table.find)
}

/** The kit's words in Arabic, and those of the contract, which nobody translated. */
export function arabicWords(): Words {
  const table = createTable()
  table.add('ar', 'remedy', ar)
  table.add('en', 'remedy.divination', { ...divinationEn, actions: actionsEn })
  return createWords(['ar', 'en'], () => ['divination'], table.find)
}

/** The kit's words alone, in one language. */
export function wordsIn(tag: string, texts: KitTexts): Words {
  const table = createTable()
  table.add(tag, 'remedy', texts)
  return createWords([tag], () => [], table.find)
}

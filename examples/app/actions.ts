import type { Problem } from 'react-remedy/core'
import { createLabActions } from './lab/lab-actions.ts'
import type { Services } from './services.ts'
import { throwLines } from './state/desk.ts'
import type { RunRequest } from './backend/types.ts'

/** What a remedy may ask this application to do, by the names that the contract uses. */
export function createActions({ api, desk, queryClient, router, lab, labApi }: Services) {
  const { startQoderSession, ...labActions } = createLabActions(lab, labApi)
  return marked({
    ...labActions,

    login: () => router.toSignIn(),

    recharge: () => desk.setState({ rechargeOpen: true }),

    refreshHistory: () => queryClient.invalidateQueries({ queryKey: ['sessions'], exact: true }),

    refreshNotifications: () => queryClient.invalidateQueries({ queryKey: ['notifications'] }),

    // Two backends call it by the same name; the problem says whose it is.
    startNewSession: (problem: Problem, again: { readonly retry: () => Promise<void> }) => {
      if (problem.contract === 'qoder') return startQoderSession(problem, again)
      desk.setState({ question: '', lines: [], attachments: [] })
      return router.go('/')
    },

    // The lines were lost on the way: throw them again for the same question, and send it.
    restartCasting: (_problem: unknown, { variables }: { readonly variables?: unknown }) => {
      const question = (variables as Partial<RunRequest> | undefined)?.question ?? desk.getState().question
      desk.setState(({ resubmit }) => ({ question, lines: throwLines(), resubmit: resubmit + 1 }))
      router.go('/')
    },

    switchToTextInput: () => {
      desk.setState({ voice: false })
      // After the voice panel has made room for the text field.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-composer-text]')?.focus())
    },

    bootstrapProfile: async () => {
      await api.bootstrapProfile()
      await queryClient.invalidateQueries({ queryKey: ['profile'] })
    },

    bootstrapInviteCode: async () => {
      await api.bootstrapInvite()
      await queryClient.invalidateQueries({ queryKey: ['invite'] })
    },
  })
}

// A mark in the browser's timeline for each action that runs: to be seen in the performance panel, and by the tests.
function marked<A extends Record<string, (...args: never[]) => unknown>>(actions: A): A {
  const wrapped = Object.entries(actions).map(([name, action]) => [
    name,
    (...args: never[]) => {
      performance.mark(`action ${name}`)
      return action(...args)
    },
  ])
  return Object.fromEntries(wrapped) as A
}

import type { Problem } from 'react-remedy/core'
import { reportLink } from 'react-remedy/contracts/resq'
import type { Ask, LabStore } from './lab-store.ts'
import type { LabApi } from './lab-api.ts'

interface Again {
  /** Sends what failed again. */
  readonly retry: () => Promise<void>
}

/** What the remedies of the other backends may ask this application to do. Each sends again what it has put right. */
export function createLabActions(lab: LabStore, labApi: LabApi) {
  // Its button is busy until the user has answered and the call has been sent again.
  const ask = async (what: Ask['for'], keep: (answer: string) => void, { retry }: Again) => {
    const answer = await new Promise<string | undefined>((done) => {
      lab.setState({ ask: { for: what, done } })
    })
    if (answer === undefined) return
    keep(answer)
    await retry()
  }
  return {
    updateToken: (_problem: Problem, again: Again) => ask('token', (token) => lab.setState({ token }), again),

    updateApiKey: (_problem: Problem, again: Again) => ask('apiKey', (apiKey) => lab.setState({ apiKey }), again),

    chooseProject: (_problem: Problem, again: Again) => ask('project', (project) => lab.setState({ project }), again),

    enableFeature: async ({ data }: Problem, { retry }: Again) => {
      const beta = data['available_from']
      if (typeof beta !== 'string') return
      lab.setState({ beta })
      await retry()
    },

    startQoderSession: async ({ request }: Problem, { retry }: Again) => {
      const { id } = await labApi.qoder.startSession()
      lab.setState({ session: id })
      // A name that is taken stays taken in a new session.
      if (request?.url.includes('/sessions/') === true) await retry()
    },

    fileReport: (problem: Problem) => {
      window.open(reportLink(problem, new URL('/lab/report', location.href)), '_blank', 'noopener')
    },
  }
}

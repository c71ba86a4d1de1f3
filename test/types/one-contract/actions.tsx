import { ErrorProvider, type Problem } from 'react-remedy'
import type { DivinationCode } from 'react-remedy/contracts/divination'
import { contracts } from './contracts.js'

const nothing = () => {}

const all = {
  recharge: nothing,
  refreshHistory: nothing,
  refreshNotifications: nothing,
  startNewSession: nothing,
  restartCasting: nothing,
  switchToTextInput: nothing,
  bootstrapProfile: nothing,
  bootstrapInviteCode: nothing,
  openChat: nothing,
}

export const everyActionIsThere = <ErrorProvider contracts={contracts} actions={all} />

export const builtInsMayBeReplaced = <ErrorProvider contracts={contracts} actions={{ ...all, login: async () => {} }} />

const { recharge: _left, ...withoutRecharge } = all
// @ts-expect-error TS2322 TS2741: divination offers `recharge`, and nobody implements it
export const oneIsMissing = <ErrorProvider contracts={contracts} actions={withoutRecharge} />

// @ts-expect-error TS2739 TS2740 TS2322: none of the actions is implemented
export const allAreMissing = <ErrorProvider contracts={contracts} actions={{}} />

// @ts-expect-error TS2741 TS2322: the prop itself is missing
export const noProp = <ErrorProvider contracts={contracts} />

const { openChat: _chat, ...withoutRegistered } = all
// @ts-expect-error TS2322 TS2741: an action that only `Register` names is demanded as well
export const registeredIsMissing = <ErrorProvider contracts={contracts} actions={withoutRegistered} />

// @ts-expect-error TS2322 TS2353 TS2561: `rechrage` is no action of anybody
export const misspelt = <ErrorProvider contracts={contracts} actions={{ ...all, rechrage: nothing }} />

export const handlersAreTyped = (
  <ErrorProvider
    contracts={contracts}
    actions={{
      ...all,
      recharge: async (problem, { incident, signal, queryClient }) => {
        const typed: Problem<DivinationCode> = problem
        const count: number = incident.count
        if (!signal.aborted) await queryClient.invalidateQueries()
        console.log(typed.code, count)
      },
    }}
  />
)

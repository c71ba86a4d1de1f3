import { afterEach, beforeEach } from 'vitest'
import { listenToConsole, settleConsole } from './helpers/console.ts'

let giveBack: () => void = () => {}

beforeEach(() => {
  giveBack = listenToConsole()
})

afterEach(() => {
  giveBack()
  settleConsole()
})

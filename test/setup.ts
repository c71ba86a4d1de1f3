import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { listenToConsole, settleConsole } from './helpers/console.ts'

configure({ asyncUtilTimeout: 5_000 })

let giveBack: () => void = () => {}

beforeEach(() => {
  giveBack = listenToConsole()
})

// One hook and not two: what unmounting says belongs to the test that mounted.
afterEach(() => {
  cleanup()
  giveBack()
  settleConsole()
})

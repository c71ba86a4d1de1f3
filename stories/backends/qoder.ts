import { qoderWire } from '../../examples/server/backends/qoder-wire.ts'
import { extendContract } from '../../src/core.ts'
import { qoder as contract } from '../../src/contracts/qoder/index.ts'
import { wireBackend } from './wire-backend.ts'

export const qoder = wireBackend({
  contract: extendContract(contract, { match: '/qoder' }),
  path: '/qoder/story',
  wire: qoderWire,
  controls: ['name'],
})

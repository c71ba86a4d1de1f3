import { resqWire } from '../../examples/server/backends/resq-wire.ts'
import { extendContract } from '../../src/core.ts'
import { resq as contract } from '../../src/contracts/resq/index.ts'
import { wireBackend } from './wire-backend.ts'

export const resq = wireBackend({
  contract: extendContract(contract, { match: '/resq' }),
  path: '/resq/story',
  wire: resqWire,
  controls: ['mission_id'],
})

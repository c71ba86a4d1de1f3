import { creatoriaWire } from '../../examples/server/backends/creatoria-wire.ts'
import { extendContract } from '../../src/core.ts'
import { creatoriaWith } from '../../src/contracts/creatoria/index.ts'
import { wireBackend } from './wire-backend.ts'

/** With the fields read out of the sentences, as an app with forms asks for. */
export const creatoria = wireBackend({
  contract: extendContract(creatoriaWith({ fieldNames: true }), { match: '/creatoria' }),
  path: '/creatoria/story',
  wire: creatoriaWire,
  controls: ['name', 'model'],
  params: {
    HTTP_429_minute: { plan: 'Free' },
    HTTP_429_hour: { plan: 'Team' },
    HTTP_429_day: { plan: 'Pro' },
    RATE_LIMIT_EXCEEDED: { plan: 'Free' },
  },
})

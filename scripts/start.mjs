// `npm start`: the demo, in a fresh clone too.
import { ensureDeps, orExit } from './ensure-deps.mjs'

orExit(ensureDeps)
// Imported only now, because it needs what `ensureDeps` may just have installed.
const { start } = await import('../examples/start.mjs')
await start()

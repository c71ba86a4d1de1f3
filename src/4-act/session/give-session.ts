import type { Runtime } from '../runtime.ts'
import type { AnySession } from './types.ts'

/** From now on this is the session of a client. */
export function giveSession(runtime: Runtime, session: AnySession | undefined): void {
  if (session === undefined) return
  runtime.session = session
  runtime.store.setState({ session: session.getState() })
  runtime.keeper = session.keepFor(runtime)
}

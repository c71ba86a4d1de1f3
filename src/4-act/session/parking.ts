import type { AuthChallenge } from '../../problem/parts.ts'
import type { SessionState, SignInRequest } from '../../problem/session.ts'
import type { RemedyStore } from '../store.ts'

/** What became of the wait. `gone`: dropped, with its user or because they said so. */
export type Outcome = 'again' | 'left' | 'gone'

/** A request that was refused until its user has signed in again. */
export interface Parked {
  /** It changes nothing on the server, so that nobody needs to be asked. */
  readonly isSafe: boolean
  /** Only a fresh sign-in will do. It is for this very request, so that nobody needs to be asked again. */
  readonly isStepUp: boolean
  readonly challenge?: AuthChallenge | undefined
  readonly signal?: AbortSignal | undefined
}

/** What parking needs of its client. */
export interface ParkingInput {
  readonly session?: Watched | undefined
  readonly store: RemedyStore
}

interface Watched {
  getState(): SessionState
  subscribe(listener: (state: SessionState) => void): () => void
}

interface Entry extends Parked {
  readonly go: (outcome: Outcome) => void
}

/** Somebody offers a sign-in in the page, until what this returns is called. */
export function offerSignIn(client: ParkingInput & { parking?: Parking | undefined }): () => void {
  const parking = new Parking(client)
  client.parking = parking
  return () => {
    parking.close()
    client.parking = undefined
  }
}

/**
 * Requests that wait while their user signs in again. There is one while somebody offers that in the page; what the user is
 * asked is kept in the store.
 */
export class Parking {
  readonly #input: ParkingInput
  readonly #waiting = new Set<Entry>()
  /** Signed in again: shall these be sent? */
  readonly #asking = new Set<Entry>()
  readonly #stop: (() => void) | undefined
  #state: SessionState | undefined
  #isOpen: boolean

  constructor(input: ParkingInput) {
    this.#input = input
    this.#state = input.session?.getState()
    this.#isOpen = this.#state?.status === 'expired'
    this.#stop = input.session?.subscribe((state) => this.#changed(state))
    this.#publish()
  }

  wait(parked: Parked): Promise<Outcome> {
    return new Promise((go) => {
      const entry = { ...parked, go }
      this.#waiting.add(entry)
      parked.signal?.addEventListener('abort', () => this.#release('gone', [entry]))
      this.open()
    })
  }

  /** Asks its user to sign in. */
  open(): void {
    this.#isOpen = true
    this.#publish()
  }

  /** Its user will not sign in now: what waits is handed over. */
  leave(): void {
    this.#isOpen = false
    this.#release('left', this.#waiting)
  }

  /** Its user says whether what waits is sent. */
  answer(send: boolean): void {
    this.#release(send ? 'again' : 'gone', this.#asking)
  }

  /** Nobody offers a sign-in any more. */
  close(): void {
    this.#stop?.()
    this.#release('left', this.#asking)
    this.leave()
  }

  #changed(state: SessionState): void {
    const before = this.#state
    this.#state = state
    if (state.epoch !== before?.epoch) {
      this.#isOpen = false
      this.#release('gone', [...this.#waiting, ...this.#asking])
    } else if (state.status === 'expired') this.#isOpen ||= before.status !== 'expired'
    else if (state.status === 'active' && state.generation !== before.generation) this.#resume(state)
    this.#publish()
  }

  // Whoever has signed in again goes on; a refresh is no sign-in, so that it answers no challenge.
  #resume({ reason }: SessionState): void {
    for (const entry of this.#waiting) {
      const { isSafe, isStepUp } = entry
      if (isStepUp && reason !== 'signed-in') continue
      this.#waiting.delete(entry)
      if (isSafe || isStepUp) entry.go('again')
      else this.#asking.add(entry)
    }
    this.#isOpen = this.#waiting.size > 0
  }

  #release(outcome: Outcome, entries: Iterable<Entry>): void {
    for (const entry of entries) {
      this.#waiting.delete(entry)
      this.#asking.delete(entry)
      entry.go(outcome)
    }
    this.#publish()
  }

  #publish(): void {
    const { store } = this.#input
    const { signIn: shown } = store.getState()
    const why = this.#why()
    const waiting = (why === 'send' ? this.#asking : this.#waiting).size
    if (why === shown?.why && waiting === (shown?.waiting ?? waiting)) return
    store.setState({ signIn: why && { why, waiting, challenge: this.#stepUp()?.challenge } })
  }

  #why(): SignInRequest['why'] | undefined {
    if (!this.#isOpen) return this.#asking.size > 0 ? 'send' : undefined
    return this.#state?.status === 'expired' ? 'expired' : 'step-up'
  }

  #stepUp(): Entry | undefined {
    return [...this.#waiting].find(({ isStepUp }) => isStepUp)
  }
}

import { backoff } from './backoff.ts'
import {
  lastChance,
  longProbeSpread,
  longestHope,
  longestRelease,
  mostRelapses,
  openGate,
  probeRule,
  releasePace,
  releaseRespite,
  resumeSpread,
  serverSpread,
  shortOutage,
  type Asking,
  type GateCommand,
  type GateEvent,
  type GateNow,
  type GateState,
  type GateStep,
  type Held,
} from './gate-state.ts'

/**
 * R5 and R6, for one origin: it closes after two failures of different routes with no answer in between, one request at
 * a time finds out whether the origin is back, the rest wait within their patience, and are let go one by one.
 *
 * Pure: the same state, event, time and dice give the same step.
 */
export function stepGate(state: GateState, event: GateEvent, at: GateNow): GateStep {
  switch (event.type) {
    case 'ask':
      return ask(state, event, at)
    case 'answered':
      return answered(state, at)
    case 'failed':
      return failed(state, event, at)
    case 'gone':
      return gone(state, event.id, at)
    case 'woke':
      return settle(state, at)
    case 'attention':
      return attention(state, event.awake, at)
  }
}

function ask(state: GateState, { type: _, ...asking }: GateEvent & Asking, at: GateNow): GateStep {
  const { id, mayProbe } = asking
  const { closed, awake, probing, notBefore, newcomersFrom, held } = state
  const from = isPressed(asking, state, at.now) ? newcomersFrom : notBefore
  const probes = mayProbe && awake && probing === undefined && at.now >= from
  if (closed && !probes) return settle({ ...state, held: [...held, { ...asking, since: at.now }] }, at)
  return { state: closed ? { ...state, probing: id } : state, commands: [{ do: 'send', id, waited: 0 }] }
}

function answered(state: GateState, at: GateNow): GateStep {
  const { closed, relapses, awake } = state
  if (!closed) return unchanged({ ...state, suspect: undefined })
  const { now: openedAt, random, release = longestRelease } = at
  const spread = ({ since }: Held) => Math.min(release, (openedAt - since) * releasePace) * slowness(state)
  const held = state.held.map((each) => ({ ...each, releaseAt: openedAt + random() * spread(each) }))
  return settle({ ...openGate, relapses, awake, openedAt, held }, at)
}

function slowness({ relapses }: GateState): number {
  return 2 ** Math.min(relapses, mostRelapses)
}

type Failure = Extract<GateEvent, { readonly type: 'failed' }>

function failed(state: GateState, failure: Failure, at: GateNow): GateStep {
  if (!state.closed) return failedWhileOpen(state, failure, at)
  const { id, retryAfter = 0 } = failure
  if (id === state.probing) {
    const next = { ...state, probing: undefined, failedProbes: state.failedProbes + 1 }
    return settle(probeLater(next, retryAfter, at), at)
  }
  // Sent before the gate closed. It says nothing new, unless the server names a time.
  return at.now + retryAfter > state.notBefore ? settle(probeLater(state, retryAfter, at), at) : unchanged(state)
}

function failedWhileOpen(state: GateState, { route, retryAfter = 0 }: Failure, at: GateNow): GateStep {
  const { suspect = route, relapses } = state
  const isReleasing = state.held.length > 0
  // One route alone may be what is broken: it backs off by itself and holds up nobody that comes now.
  if (suspect === route) {
    const later = ({ releaseAt = at.now }: Held): number => releaseAt + at.random() * releaseRespite
    return settle({ ...state, suspect, held: state.held.map((each) => ({ ...each, releaseAt: later(each) })) }, at)
  }
  // Nobody's patience ran out while they were being released.
  const pause = at.now - state.openedAt
  const held = state.held.map(({ releaseAt: _, since, until, ...each }) => ({
    ...each,
    since: since + pause,
    until: until + pause,
  }))
  const closed = { ...state, closed: true, relapses: isReleasing ? relapses + 1 : 0, held }
  return settle(probeLater(closed, retryAfter, at), at)
}

function probeLater(state: GateState, retryAfter: number, { now, random }: GateNow): GateState {
  // An origin that went down under the release needs more time than one that was never up.
  const attempt = 1 + state.failedProbes + 2 * Math.min(state.relapses, mostRelapses)
  const usual = backoff(probeRule, attempt, () => 0)
  const notBefore = Math.max(state.notBefore, now + usual, now + retryAfter)
  const newcomersFrom = now + Math.max(usual, Math.min(retryAfter, probeRule.max))
  const own = state.failedProbes > shortOutage ? longProbeSpread : usual
  const spread = retryAfter > usual ? Math.min(retryAfter, serverSpread) : own
  return { ...state, notBefore, newcomersFrom, probeAt: notBefore + random() * spread }
}

function gone(state: GateState, id: number, at: GateNow): GateStep {
  if (state.probing === id) {
    // Whatever it would have found out, the next one finds out now.
    return settle({ ...state, probing: undefined, newcomersFrom: at.now, probeAt: at.now }, at)
  }
  if (!state.held.some((each) => each.id === id)) return unchanged(state)
  return settle({ ...state, held: state.held.filter((each) => each.id !== id) }, at)
}

function attention(state: GateState, awake: boolean, at: GateNow): GateStep {
  if (awake === state.awake) return unchanged(state)
  if (!awake || !state.closed) return settle({ ...state, awake }, at)
  const from = at.now + at.random() * resumeSpread
  const later = (moment: number): number => Math.max(moment, from)
  const [notBefore, newcomersFrom] = [later(state.notBefore), later(state.newcomersFrom)]
  return settle({ ...state, awake, notBefore, newcomersFrom, probeAt: later(state.probeAt) }, at)
}

/** Does what is due, and says when to look again. */
function settle(before: GateState, at: GateNow): GateStep {
  const { state, commands } = before.closed ? probe(before, at.now) : release(before, at.now)
  const next = nextMoment(state, at.now)
  return next === Infinity ? { state, commands } : { state, commands: [...commands, { do: 'wake', at: next }] }
}

function release(state: GateState, now: number): GateStep {
  const isDue = ({ releaseAt = now }: Held) => releaseAt <= now
  const commands = state.held.filter(isDue).map((each) => send(each, state.openedAt))
  return { state: { ...state, held: state.held.filter((each) => !isDue(each)) }, commands }
}

function send({ id, since }: Held, until: number): GateCommand {
  return { do: 'send', id, waited: until - since }
}

function probe(before: GateState, now: number): GateStep {
  const isDue = (probeMoment(before, now) ?? Infinity) <= now
  const prober = isDue ? nextProber(before, now) : undefined
  const state = prober === undefined ? before : { ...before, probing: prober.id }
  const others = state.held.filter((each) => each !== prober)
  const nobodyBefore = nextQuestion(state, now)
  const isOver = ({ until }: Held) => until <= now || until <= nobodyBefore
  const over = others.filter(isOver).map(({ id }) => ({ do: 'hand-over', id }) as const)
  const held = others.filter((each) => !isOver(each))
  return { state: { ...state, held }, commands: prober === undefined ? over : [send(prober, now), ...over] }
}

function nextProber(state: GateState, now: number): Held | undefined {
  return state.held.find((each) => isPressed(each, state, now)) ?? state.held.find((each) => each.mayProbe)
}

// It would be refused unasked for what the server told others. So it asks once before it gives up.
function isPressed({ isNew, mayProbe, until }: Asking, { notBefore }: GateState, now: number): boolean {
  return isNew && mayProbe && until < notBefore && notBefore - now <= longestHope
}

// R3: whose patience ends before anybody asks the origin again knows so now.
function nextQuestion(state: GateState, now: number): number {
  if (state.probing !== undefined) return now
  return state.held.some((each) => isPressed(each, state, now)) ? state.newcomersFrom : state.notBefore
}

function probeMoment(state: GateState, now: number): number | undefined {
  const { awake, probing, failedProbes, notBefore, newcomersFrom, probeAt, held } = state
  const prober = nextProber(state, now)
  if (!awake || probing !== undefined || prober === undefined) return undefined
  if (isPressed(prober, state, now)) return Math.max(newcomersFrom, prober.until - lastChance)
  const firstEnd = held.reduce((first, { until }) => Math.min(first, until), Infinity)
  // While the outage may be a short one somebody asks once more before a patience ends.
  const lastMoment = failedProbes > shortOutage ? Infinity : firstEnd - lastChance
  return Math.max(notBefore, Math.min(probeAt, lastMoment))
}

function nextMoment(state: GateState, now: number): number {
  const probing = (state.closed && probeMoment(state, now)) || Infinity
  return state.held.reduce((first, { releaseAt, until }) => Math.min(first, releaseAt ?? until), probing)
}

function unchanged(state: GateState): GateStep {
  return { state, commands: [] }
}

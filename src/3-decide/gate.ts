import { backoff } from './backoff.ts'
import {
  lastChance,
  longProbeSpread,
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

function ask(state: GateState, { id, route, until, mayProbe }: Asking, at: GateNow): GateStep {
  const { closed, awake, probing, notBefore, held } = state
  const probes = mayProbe && awake && probing === undefined && at.now >= notBefore
  if (closed && !probes) return settle({ ...state, held: [...held, { id, route, until, mayProbe, since: at.now }] }, at)
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
  const notBefore = now + Math.max(usual, retryAfter)
  const own = state.failedProbes > shortOutage ? longProbeSpread : usual
  const spread = retryAfter > usual ? Math.min(retryAfter, serverSpread) : own
  return { ...state, notBefore, probeAt: notBefore + random() * spread }
}

function gone(state: GateState, id: number, at: GateNow): GateStep {
  // Whatever it would have found out, the next one finds out now.
  if (state.probing === id) return settle({ ...state, probing: undefined, notBefore: at.now, probeAt: at.now }, at)
  if (!state.held.some((each) => each.id === id)) return unchanged(state)
  return settle({ ...state, held: state.held.filter((each) => each.id !== id) }, at)
}

function attention(state: GateState, awake: boolean, at: GateNow): GateStep {
  if (awake === state.awake) return unchanged(state)
  if (!awake || !state.closed) return settle({ ...state, awake }, at)
  const from = at.now + at.random() * resumeSpread
  const later = (moment: number): number => Math.max(moment, from)
  return settle({ ...state, awake, notBefore: later(state.notBefore), probeAt: later(state.probeAt) }, at)
}

/** Does what is due, and says when to look again. */
function settle(before: GateState, at: GateNow): GateStep {
  const { state, commands } = before.closed ? probe(before, at.now) : release(before, at.now)
  const next = nextMoment(state)
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
  const isDue = (probeMoment(before) ?? Infinity) <= now
  const prober = isDue ? before.held.find((each) => each.mayProbe) : undefined
  const state = prober === undefined ? before : { ...before, probing: prober.id }
  const others = state.held.filter((each) => each !== prober)
  const over = others.filter((each) => isOver(each, state, now)).map(({ id }) => ({ do: 'hand-over', id }) as const)
  const held = others.filter((each) => !isOver(each, state, now))
  return { state: { ...state, held }, commands: prober === undefined ? over : [send(prober, now), ...over] }
}

// R3: whose patience ends before anybody asks the origin again knows so now.
function isOver({ until }: Held, { probing, notBefore }: GateState, now: number): boolean {
  return until <= now || (probing === undefined && until <= notBefore)
}

function probeMoment({ awake, probing, failedProbes, notBefore, probeAt, held }: GateState): number | undefined {
  if (!awake || probing !== undefined || !held.some((each) => each.mayProbe)) return undefined
  const firstEnd = held.reduce((first, { until }) => Math.min(first, until), Infinity)
  if (failedProbes > shortOutage) return probeAt
  // While the outage may be a short one somebody asks once more before a patience ends.
  return Math.max(notBefore, Math.min(probeAt, firstEnd - lastChance))
}

function nextMoment(state: GateState): number {
  const probing = (state.closed && probeMoment(state)) || Infinity
  return state.held.reduce((first, { releaseAt, until }) => Math.min(first, releaseAt ?? until), probing)
}

function unchanged(state: GateState): GateStep {
  return { state, commands: [] }
}

import { checkRemedy, checkRule, isBag, oneOf, show } from './check-remedy.ts'
import { checkStreams } from './check-streams.ts'
import { complain } from './complain.ts'
import { isFallbackKey } from './ladder.ts'

const identities = ['code', 'type', 'status']

/** Refuses what types would have refused: a contract may come from JavaScript or from JSON. For development. */
export function checkContract(contract: object): void {
  const { name, match, dialects, identity, catalogue, fallbacks, retry, retryByStatus, streams } = contract as Readonly<
    Record<string, unknown>
  >
  const at = `contract ${show(name)}`
  checkName(name)
  for (const pattern of [match].flat()) checkMatch(pattern, at)
  if (!Array.isArray(dialects) || !dialects.every((dialect) => typeof dialect === 'function'))
    complain(
      `${at}: dialects is no list of functions`,
      'so no body could be read',
      'Give at least one: [problemDetails].',
    )
  if (typeof identity !== 'function' && !identities.includes(identity as string))
    complain(`${at}: identity is ${show(identity)}`, 'so no problem would get its code', oneOf(identities))
  if (!isBag(catalogue))
    complain(
      `${at}: catalogue is ${show(catalogue)}`,
      'so every code would be unknown',
      'Give an object: code → remedy.',
    )
  for (const [code, remedy] of Object.entries(catalogue)) checkRemedy(remedy, `${at}: catalogue.${code}`)
  for (const [key, remedy] of Object.entries(fallbacks ?? {})) checkFallback(key, remedy, `${at}: fallbacks.${key}`)
  if (retry !== undefined) checkRule(retry, `${at}: retry`)
  for (const [status, rule] of Object.entries(retryByStatus ?? {})) checkRule(rule, `${at}: retryByStatus.${status}`)
  if (streams !== undefined) checkStreams(streams, `${at}: streams`)
}

function checkName(name: unknown): void {
  if (typeof name !== 'string' || !/^[a-z][\w.-]*$/i.test(name))
    complain(
      `a contract's name is ${show(name)}`,
      'and it names translations too',
      'Use letters, digits, "-", "_" and ".".',
    )
  if (name === 'none')
    complain(`a contract's name is "none"`, 'which says of a problem that no contract read it', 'Choose another name.')
}

// The name of a host alone is read as a path of the page, or as a scheme.
function checkMatch(pattern: unknown, at: string): void {
  if (typeof pattern !== 'string' || !/^[\w.-]+(?:\.[a-z]{2,}|:\d+)(?:\/|$)/i.test(pattern)) return
  complain(
    `${at}: match is ${show(pattern)}`,
    'which has no scheme and so takes nothing of that host',
    `Write "https://${pattern}", or "/${pattern}" for a path of the page.`,
  )
}

function checkFallback(key: string, remedy: unknown, at: string): void {
  if (!isFallbackKey(key))
    complain(
      `${at} is no step of the ladder`,
      'so no problem would ever reach it',
      'Use a status, "4xx", "5xx", "network", "timeout", "unreadable", "stream" or "default"; codes go in the catalogue.',
    )
  if (remedy !== undefined) checkRemedy(remedy, at)
}

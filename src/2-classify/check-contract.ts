import { complain } from './complain.ts'
import { isFallbackKey } from './ladder.ts'

const choices: Readonly<Record<string, readonly string[]>> = {
  severity: ['info', 'warning', 'error', 'critical'],
  show: ['toast', 'dialog', 'banner', 'fields', 'inline', 'page', 'pending', 'none'],
  session: ['refresh', 'expire', 'end', 'step-up'],
  text: ['catalogue', 'server'],
  report: ['expected', 'unexpected', 'never'],
  stream: ['from-start', 'make-room'],
}
const lists = ['run', 'offer']
const others = ['field', 'retry', 'gate', 'poll', 'status']
const ruleMembers = ['retries', 'first', 'factor', 'max', 'jitter']
const identities = ['code', 'type', 'status']

type Bag = Readonly<Record<string, unknown>>

/** Refuses, in development, what types would have refused: a contract may come from JavaScript or from JSON. */
export function checkContract(contract: object): void {
  const { name, dialects, identity, catalogue, fallbacks, retry } = contract as Bag
  checkName(name)
  const at = `contract "${name}"`
  if (!Array.isArray(dialects) || !dialects.every((dialect) => typeof dialect === 'function'))
    complain(`${at}: dialects is not a list of functions`, 'so no body could be read', 'Give at least one: [problemDetails].')
  if (typeof identity !== 'function' && !identities.includes(identity as string))
    complain(`${at}: identity is ${show(identity)}`, 'so no problem would get its code', `Use ${oneOf(identities)}, or a function.`)
  if (!isBag(catalogue)) complain(`${at}: catalogue is ${show(catalogue)}`, 'so every code would be unknown', 'Give an object: code → remedy.')
  for (const [code, remedy] of Object.entries(catalogue)) checkRemedy(remedy, `${at}: catalogue.${code}`)
  for (const [key, remedy] of Object.entries(isBag(fallbacks) ? fallbacks : {})) checkFallback(key, remedy, at)
  if (retry !== undefined) checkRule(retry, `${at}: retry`)
}

/** Refuses, in development, a remedy with a member or a value that does nothing. */
export function checkRemedy(remedy: unknown, at: string): void {
  if (remedy === undefined) return
  if (!isBag(remedy)) complain(`${at} is ${show(remedy)}`, 'so nothing would be done', 'Give an object; {} is a remedy too.')
  for (const [member, value] of Object.entries(remedy)) if (value !== undefined) checkMember(member, value, at)
}

function checkMember(member: string, value: unknown, at: string): void {
  const allowed = Object.hasOwn(choices, member) ? choices[member] : undefined
  if (allowed !== undefined) {
    if (!allowed.includes(value as string))
      complain(`${at}.${member} is ${show(value)}`, 'which has no meaning', `Use ${oneOf(allowed)}.`)
  } else if (lists.includes(member)) {
    if (!Array.isArray(value) || !value.every((action) => typeof action === 'string'))
      complain(`${at}.${member} is not a list of names`, 'so no action would be found', "Name actions: ['retry', 'dismiss'].")
  } else if (member === 'status') checkStatus(value, at)
  else if (member === 'retry' && value !== false) checkRule(value, `${at}.retry`)
  else if (!others.includes(member))
    complain(`${at} has a member "${member}"`, 'which no remedy has, so it would do nothing', `Members are ${oneOf(members())}.`)
}

function checkStatus(value: unknown, at: string): void {
  const statuses: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!statuses.every((status) => Number.isInteger(status) && (status as number) >= 100 && (status as number) <= 599))
    complain(`${at}.status is ${show(value)}`, 'which no response can have', 'Give a number from 100 to 599, or a list of them.')
}

function checkRule(rule: unknown, at: string): void {
  if (!isBag(rule)) complain(`${at} is ${show(rule)}`, 'which states no rule', 'Give an object, as { retries: 2 }, or false.')
  for (const [member, value] of Object.entries(rule)) {
    if (!ruleMembers.includes(member))
      complain(`${at} has a member "${member}"`, 'which no rule has', `Members are ${oneOf(ruleMembers)}.`)
    if (value !== undefined && !(typeof value === 'number' && value >= 0 && value < Infinity))
      complain(`${at}.${member} is ${show(value)}`, 'which cannot be waited for or counted', 'Give a number, 0 or more.')
  }
}

function checkFallback(key: string, remedy: unknown, at: string): void {
  if (!isFallbackKey(key))
    complain(
      `${at}: fallbacks.${key} is no step of the ladder`,
      'so no problem would ever reach it',
      "Use a status, '4xx', '5xx', 'network', 'timeout', 'unreadable', 'stream' or 'default'; codes belong in the catalogue.",
    )
  checkRemedy(remedy, `${at}: fallbacks.${key}`)
}

function checkName(name: unknown): void {
  if (typeof name !== 'string' || !/^[a-z][\w.-]*$/i.test(name))
    complain(`the contract's name is ${show(name)}`, 'and names a translation namespace', "Use letters, digits, '-', '_' and '.'.")
  if (name === 'none')
    complain('the contract\'s name is "none"', 'which says of a problem that no contract read it', 'Choose another name.')
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function members(): readonly string[] {
  return [...Object.keys(choices), ...lists, ...others]
}

function show(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : Array.isArray(value) ? `[${value.map(show).join(', ')}]` : String(value)
}

function oneOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ')
}

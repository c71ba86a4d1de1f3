import { complain } from './complain.ts'

const choices: Readonly<Record<string, readonly string[]>> = {
  severity: ['info', 'warning', 'error', 'critical'],
  show: ['toast', 'dialog', 'banner', 'fields', 'inline', 'page', 'pending', 'none'],
  session: ['refresh', 'expire', 'end', 'step-up'],
  text: ['catalogue', 'server'],
  report: ['expected', 'unexpected', 'never'],
  stream: ['from-start', 'make-room'],
}
const lists = ['run', 'offer']
const members = [...Object.keys(choices), ...lists, 'field', 'retry', 'gate', 'poll', 'status']
const ruleMembers = ['retries', 'first', 'factor', 'max', 'jitter']

/** Refuses a remedy with a member or a value that would do nothing. `at` says where it stands. */
export function checkRemedy(remedy: unknown, at: string): void {
  if (!isBag(remedy))
    complain(`${at} is ${show(remedy)}`, 'so nothing would be done', 'Give an object; {} is a remedy too.')
  for (const [member, value] of Object.entries(remedy)) if (value !== undefined) checkMember(member, value, at)
}

/** Refuses a retry rule that cannot be counted or waited for. */
export function checkRule(rule: unknown, at: string): void {
  if (!isBag(rule)) complain(`${at} is ${show(rule)}`, 'which states no rule', 'Give an object, as { retries: 2 }.')
  for (const [member, value] of Object.entries(rule)) {
    if (!ruleMembers.includes(member))
      complain(`${at}.${member} is in no rule`, 'so it would do nothing', oneOf(ruleMembers))
    if (value !== undefined && !(typeof value === 'number' && value >= 0 && value < Infinity))
      complain(`${at}.${member} is ${show(value)}`, 'which nobody can wait for or count', 'Give a number, 0 or more.')
  }
}

/** Is it an object with members? */
export function isBag(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value as it stands in a complaint. */
export function show(value: unknown): string {
  return typeof value === 'string'
    ? `"${value}"`
    : Array.isArray(value)
      ? `[${value.map(show).join(', ')}]`
      : String(value)
}

/** The way to mend a value out of a closed set. */
export function oneOf(words: readonly string[]): string {
  return `Use one of ${words.map(show).join(', ')}.`
}

function checkMember(member: string, value: unknown, at: string): void {
  const where = `${at}.${member}`
  if (!members.includes(member)) complain(`${where} is in no remedy`, 'so it would do nothing', oneOf(members))
  const allowed = choices[member]
  if (allowed !== undefined && !allowed.includes(value as string))
    complain(`${where} is ${show(value)}`, 'which has no meaning', oneOf(allowed))
  if (lists.includes(member) && !isListOfNames(value))
    complain(`${where} is ${show(value)}`, 'so no action would be found', "Give a list of names: ['retry', 'dismiss'].")
  if (member === 'retry' && value !== false) checkRule(value, where)
  if (member === 'status' && ![value].flat().every(isStatus))
    complain(
      `${where} is ${show(value)}`,
      'which no response can have',
      'Give a number from 100 to 599, or a list of them.',
    )
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599
}

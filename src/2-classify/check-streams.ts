import { isBag, oneOf, show } from './check-remedy.ts'
import { complain } from './complain.ts'

const members = ['done', 'error', 'maxStreams', 'silence']

/** Refuses rules of streams that would do nothing. `at` says where they stand. */
export function checkStreams(rules: unknown, at: string): void {
  if (!isBag(rules))
    complain(`${at} is ${show(rules)}`, 'which states no rule', "Give an object, as { done: '[DONE]' }.")
  for (const [member, value] of Object.entries(rules)) if (value !== undefined) checkMember(member, value, at)
}

function checkMember(member: string, value: unknown, at: string): void {
  const where = `${at}.${member}`
  if (!members.includes(member)) complain(`${where} is no rule of streams`, 'so it would do nothing', oneOf(members))
  if ((member === 'done' || member === 'error') && typeof value !== 'string' && typeof value !== 'function')
    complain(
      `${where} is ${show(value)}`,
      'so no frame would be known by it',
      'Give a text, or a function of the event.',
    )
  if (member === 'maxStreams' && !(Number.isInteger(value) && Number(value) > 0))
    complain(`${where} is ${show(value)}`, 'so no stream could be open', 'Give a whole number, 1 or more.')
  if (member === 'silence' && !(typeof value === 'number' && value > 0 && value < Infinity))
    complain(`${where} is ${show(value)}`, 'which nobody can wait for', 'Give milliseconds, more than 0.')
}

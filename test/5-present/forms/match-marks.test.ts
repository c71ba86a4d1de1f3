import { describe, expect, it } from 'vitest'
import { parsePath } from '../../../src/1-decode/path.ts'
import { keyOf, keysOf, matchMarks, type Aliases } from '../../../src/5-present/forms/match-marks.ts'

/** The name of the control that a mark of the server's finds among these; `undefined` for none. */
function found(server: string, names: readonly string[], aliases: Aliases = {}): string | undefined {
  const mark = { path: parsePath(server) }
  const controls = names.map((name) => ({ was: keyOf(name), name }))
  return matchMarks(keysOf([mark], aliases), controls).get(mark)?.name
}

const styles = ['first_name', 'first-name', 'firstName', 'FirstName', 'FIRST_NAME']

describe('a mark finds its control', () => {
  it.each(styles.flatMap((server) => styles.map((form) => [server, form])))('%s is %s', (server, form) => {
    expect(found(server, ['last_name', form])).toBe(form)
  })

  it('at any depth, each step in a style of its own', () => {
    expect(found('#/Order_Lines/0/unit-price', ['orderLines[0].unitPrice', 'orderLines[1].unitPrice'])).toBe(
      'orderLines[0].unitPrice',
    )
  })

  it('the one that is called just so before one that is only alike', () => {
    expect(found('first_name', ['firstName', 'first_name'])).toBe('first_name')
    expect(found('firstName', ['first_name', 'firstName'])).toBe('firstName')
  })

  it('none where several are alike and none is called just so: a guess would mark the wrong one', () => {
    expect(found('FIRST-NAME', ['firstName', 'first_name'])).toBeUndefined()
  })

  it('and several controls of one name are one field: radio buttons', () => {
    expect(found('Colour', ['colour', 'colour', 'colour'])).toBe('colour')
  })

  it('steps are steps: nothing is alike across them', () => {
    expect(found('a.b', ['ab'])).toBeUndefined()
    expect(found('items.1.0', ['items.10'])).toBeUndefined()
  })
})

describe('an alias says how the form calls what the server calls otherwise', () => {
  it.each<[server: string, aliases: Aliases, form: string]>([
    ['emailAddress', { emailAddress: 'email' }, 'email'],
    ['#/user/contact/mail', { 'user.contact.mail': 'email' }, 'email'],
    ['email-address', { emailAddress: 'email' }, 'email'],
    ['shipping.zip', { shipping: 'address' }, 'address.zip'],
    ['payload.name', { payload: '' }, 'name'],
    ['name', { '': 'profile' }, 'profile.name'],
    ['/lines/3/qty', { lines: 'items' }, 'items[3].qty'],
    ['lines[3].article', { 'lines.*.article': 'items.*.sku' }, 'items[3].sku'],
    ['a.1.b.2.c', { 'a.*.b.*.c': 'x[*].y[*].z' }, 'x[1].y[2].z'],
    ['user.name.first', { user: 'person', 'user.name': 'fullName' }, 'fullName.first'],
    ['__proto__', { constructor: 'wrong' }, '__proto__'],
  ])('%s with %j is %s', (server, aliases, form) => {
    expect(found(server, [form, 'other'], aliases)).toBe(form)
  })

  it('and goes before the name itself', () => {
    expect(found('name', ['name', 'title'], { name: 'title' })).toBe('title')
  })

  it('of a shorter path than the alias nothing is renamed', () => {
    expect(found('user', ['user'], { 'user.name': 'x' })).toBe('user')
  })
})

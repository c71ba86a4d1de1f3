import { describe, expect, it } from 'vitest'
import { classValidatorName, nest, withFieldNames } from '../../src/contracts/any/index.ts'

const http = { status: 400, headers: new Headers() }

describe('the field in a sentence of class-validator', () => {
  it.each([
    ['email must be an email', 'email'],
    ['address.zip must be a string', 'address.zip'],
    ['items.0.qty must not be less than 1', 'items.0.qty'],
    ['each value in tags must be a string', 'tags'],
    ['user.each value in tags must be a string', 'user.tags'],
    ['property extra should not exist', 'extra'],
    ['user.property extra should not exist', 'user.extra'],
    ['nested property address must be either object or array', 'address'],
    ["All tags's elements must be unique", 'tags'],
    ["name's byte length must fall into (1, 2) range", 'name'],
    ['price is not a valid decimal number.', 'price'],
    ['property must be a string', 'property'],
    ['$set must be an object', '$set'],
    ['__proto__ must be an object', '__proto__'],
  ])('%s', (sentence, name) => expect(classValidatorName(sentence)).toBe(name))

  it.each([
    'Unexpected end of JSON input',
    'The name is taken.',
    'an unknown value was passed to the validate function',
    '邮箱格式不正确',
    '',
  ])('none in %j', (sentence) => expect(classValidatorName(sentence)).toBeUndefined())
})

describe('field names are read where that is asked for, and nowhere else', () => {
  const body = { statusCode: 400, message: ['email must be an email', 'Say something.'], error: 'Bad Request' }
  const read = (...[given, nameOf]: [object, ((text: string) => string | undefined)?]) =>
    withFieldNames(nest, nameOf)(given, http)?.fields

  it('the sentences stay whole, and what names no field stays with the form', () => {
    expect(read(body)).toEqual([
      { path: ['email'], message: 'email must be an email' },
      { path: [], message: 'Say something.' },
    ])
    expect(nest(body)?.fields?.map(({ path }) => path)).toEqual([[], []])
  })

  it('a field that has a path keeps it', () => {
    expect(read({ ...body, message: { 'a.b': ['c must be a string'] } })).toEqual([
      { path: ['a', 'b'], message: 'c must be a string' },
    ])
  })

  it('by a function of the app’s own', () => {
    const fields = read(body, (text) => (text.startsWith('Say') ? 'items[0].note' : undefined))
    expect(fields?.map(({ path }) => path)).toEqual([[], ['items', '0', 'note']])
  })

  it('a body of another shape, and one without fields, stay what they are', () => {
    expect(withFieldNames(nest)({ other: 1 }, http)).toBeUndefined()
    expect(withFieldNames(nest)({ statusCode: 404, message: 'Not Found' }, http)?.detail).toBe('Not Found')
  })
})

import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'
import type { CompiledMessage } from './compiled-message.ts'
import { createMessageFormatter } from './create-message-formatter.ts'

const format = (text: string, values = {}, locale = 'en') =>
  createMessageFormatter(locale, { partner: 'A & B' })(compile(text) as CompiledMessage, values)

describe('a message', () => {
  it.each([
    ['Back to {partner}', 'Back to A & B'],
    ['{partner}, {partner}', 'A & B, A & B'],
    ['plain', 'plain'],
    ['it’s the partner’s, isn’t it', 'it’s the partner’s, isn’t it'],
    ['Press {number, number}', 'Press 1,234'],
    ['The {number, selectordinal, two {#nd} few {#rd} other {#th}}', 'The 1,234th'],
    ['{number, plural, =1234 {many} other {#}}', 'many'],
  ])('%s', (text, expected) => {
    expect(format(text, { number: 1234 })).toBe(expected)
  })

  it('takes a value as it is, and for this message before that of all', () => {
    expect(format('{partner}', { partner: '$& {partner} <b>' })).toBe('$& {partner} <b>')
  })

  it.each([
    ['{unknown}', '{unknown}'],
    ['{constructor} {__proto__}', '{constructor} {__proto__}'],
    ['{count, number} {count}', '{count} {count}'],
    ['{count, plural, one {# second} other {# seconds}}', '{count}'],
    ['{partner, plural, one {# second} other {# seconds}}', '{partner}'],
    ['{number, plural, other {{unknown}, #, {count, number}}}', '{unknown}, 2, {count}'],
  ])('%s shows a name without a value, or without a number, as %s', (text, expected) => {
    expect(format(text, { number: 2 })).toBe(expected)
  })
})

it.each([
  ['en', 1, 'one'],
  ['en', 10, 'other'],
  ['pl', 3, 'few'],
  ['pl', 10, 'many'],
  ['ar', 2, 'two'],
  ['ar', 10, 'few'],
  ['ja', 1, 'other'],
])('in %s %d is "%s"', (locale, count, expected) => {
  const text = '{count, plural, one {one} two {two} few {few} many {many} other {other}}'
  expect(format(text, { count }, locale)).toBe(expected)
  expect(format('{count, plural, other {other}}', { count }, locale)).toBe('other')
})

import { describe, expect, it } from 'vitest'
import { format } from './format.ts'
import { pickPlural, plural } from './plural.ts'

describe('format', () => {
  it.each([
    ['Back to {partner}', 'Back to A & B'],
    ['{partner}, {partner}', 'A & B, A & B'],
    ['{unknown}', '{unknown}'],
    ['plain', 'plain'],
  ])('%s', (text, expected) => {
    expect(format(text, { partner: 'A & B' })).toBe(expected)
  })
  it('takes a name as it is', () => {
    expect(format('{partner}', { partner: '$& {partner}' })).toBe('$& {partner}')
  })
})

describe('pickPlural', () => {
  const forms = plural({ one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' })
  it.each([
    ['en', 1, 'one'],
    ['en', 10, 'other'],
    ['pl', 3, 'few'],
    ['pl', 10, 'many'],
    ['ar', 2, 'two'],
    ['ar', 10, 'few'],
    ['ja', 1, 'other'],
  ])('%s %d', (locale, count, expected) => {
    expect(pickPlural(forms, locale, count)).toBe(expected)
  })
  it('makes do with the general form', () => {
    expect(pickPlural(plural({ other: 'other' }), 'en', 1)).toBe('other')
  })
})

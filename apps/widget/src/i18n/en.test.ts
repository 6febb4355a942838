import { RETRY_REASONS } from '@visavis/shared/capture-api'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { format } from './format.ts'

const PLACEHOLDERS = ['partner', 'percent', 'title']

const textsOf = (value: unknown, path: string): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key))

describe('the English catalogue', () => {
  it.each(textsOf(en, ''))('%s', (_, text) => {
    expect(text.trim()).toBe(text)
    expect(text).not.toBe('')
    for (const [, name] of text.matchAll(/\{(\w+)\}/g)) expect(PLACEHOLDERS).toContain(name)
  })
  it('has words for every reason the server may give', () => {
    expect(Object.keys(en.retry.reasons).sort()).toEqual([...RETRY_REASONS].sort())
  })
  it('says nothing of a verdict', () => {
    const all = textsOf(en, '').map(([, text]) => text)
    expect(all.filter((text) => /approv|declin|reject|match|verified|fail/i.test(text))).toEqual([])
  })
})

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

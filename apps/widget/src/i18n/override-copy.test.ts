import { expect, it } from 'vitest'
import { overrideCopy } from './override-copy.ts'

const COPY = {
  cancel: 'Cancel',
  start: { title: 'Hello', tips: ['one', 'two'], lead: { one: '1', other: 'n' } },
}

it.each([
  ['a text', { cancel: 'Stop' }, { ...COPY, cancel: 'Stop' }],
  ['one further in', { 'start.title': 'Hi' }, { ...COPY, start: { ...COPY.start, title: 'Hi' } }],
  ['one of a list', { 'start.tips.1': 'zwei' }, { ...COPY, start: { ...COPY.start, tips: ['one', 'zwei'] } }],
  [
    'a number form',
    { 'start.lead.one': 'I' },
    { ...COPY, start: { ...COPY.start, lead: { one: 'I', other: 'n' } } },
  ],
  ['one language only', { cancel: 'Stop', 'de.cancel': 'Halt' }, { ...COPY, cancel: 'Halt' }],
  [
    'one language only, whatever comes first',
    { 'de.cancel': 'Halt', cancel: 'Stop' },
    { ...COPY, cancel: 'Halt' },
  ],
])('replaces %s', (_, texts, expected) => {
  expect(overrideCopy(COPY, texts, 'de')).toEqual(expected)
})

it.each([
  ['another language', { 'fr.cancel': 'Annuler' }],
  [
    'a key that there is not',
    { nothing: 'x', 'start.nothing': 'x', 'cancel.more': 'x', 'start.tips.2': 'x' },
  ],
  ['what is no text', { start: 'x', 'start.tips': 'x' }],
  ['what every object has', { 'constructor.name': 'x', '__proto__.polluted': 'x', 'start.tips.length': 'x' }],
])('leaves %s alone', (_, texts) => {
  expect(overrideCopy(COPY, texts, 'de')).toEqual(COPY)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

it('leaves the catalogue itself as it was', () => {
  const before = structuredClone(COPY)
  overrideCopy(COPY, { 'start.title': 'x', 'start.tips.0': 'x' }, 'de')
  expect(COPY).toEqual(before)
})

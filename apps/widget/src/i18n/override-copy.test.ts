import type { CompiledMessage } from '@visavis/shared/compiled-message'
import { createMessageFormatter } from '@visavis/shared/create-message-formatter'
import { expect, it } from 'vitest'
import { overrideCopy, type Texts } from './override-copy.ts'

const ASKS: CompiledMessage = [['partner'], ' asks']
const SECONDS: CompiledMessage = [
  ['partner'],
  ': ',
  ['count', 2, { one: [0, ' second'], other: [0, ' seconds'] }],
]
const COPY = {
  cancel: 'Cancel',
  start: { title: 'Hello', tips: { 0: 'one', 1: 'two' }, lead: ASKS },
}
const format = createMessageFormatter('de', { partner: 'A & B' })
const override = (texts: Texts) => overrideCopy(COPY, texts, 'de', format)
const withStart = (start: object) => ({ ...COPY, start: { ...COPY.start, ...start } })

it.each<[string, Texts, object]>([
  ['a text', { cancel: 'Stop' }, { ...COPY, cancel: 'Stop' }],
  ['one further in', { 'start.title': 'Hi' }, withStart({ title: 'Hi' })],
  ['one of a list', { 'start.tips.1': 'zwei' }, withStart({ tips: { 0: 'one', 1: 'zwei' } })],
  ['one with names, by others', { 'start.lead': SECONDS }, withStart({ lead: SECONDS })],
  ['one with names, by a plain one', { 'start.lead': 'Hm' }, withStart({ lead: 'Hm' })],
  ['one language only', { cancel: 'Stop', 'de.cancel': 'Halt' }, { ...COPY, cancel: 'Halt' }],
  [
    'one language only, whatever comes first',
    { 'de.cancel': 'Halt', cancel: 'Stop' },
    { ...COPY, cancel: 'Halt' },
  ],
  [
    'names for one language only',
    { 'start.lead': 'Hm', 'de.start.lead': SECONDS },
    withStart({ lead: SECONDS }),
  ],
])('replaces %s', (_, texts, expected) => {
  expect(override(texts)).toEqual(expected)
})

it('fills in what the page would show as it is', () => {
  expect(override({ cancel: ['Leave ', ['partner'], ', ', ['who']] }).cancel).toBe('Leave A & B, {who}')
  expect(override({ cancel: SECONDS }).cancel).toBe('A & B: {count}')
})

it.each<[string, Texts]>([
  ['another language', { 'fr.cancel': 'Annuler' }],
  [
    'a key that there is not',
    { nothing: 'x', 'start.nothing': 'x', 'cancel.more': 'x', 'start.tips.2': 'x' },
  ],
  ['the number forms of before', { 'start.lead.one': 'x', 'de.start.lead.other': 'x' }],
  ['a part of a message', { 'start.lead.0': 'x', 'start.lead.1': 'x' }],
  ['what is no text', { start: 'x', 'start.tips': 'x' }],
  ['what every object has', { 'constructor.name': 'x', '__proto__.polluted': 'x', 'start.lead.length': 'x' }],
])('leaves %s alone', (_, texts) => {
  expect(override(texts)).toEqual(COPY)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

it('leaves the catalogue itself as it was', () => {
  const before = structuredClone(COPY)
  override({ 'start.title': 'x', 'start.tips.0': 'x' })
  expect(COPY).toEqual(before)
})

import { expect, it } from 'vitest'
import { formatExactTime, formatSpan, toDateInput, toStartOfDay } from './format-time.ts'

it.each([
  [0, '0 ms'],
  [340, '340 ms'],
  [12_340, '12.3 s'],
  [245_000, '4 min 05 s'],
  [7_390_000, '2 h 03 min'],
])('%i ms: %s', (ms, text) => {
  expect(formatSpan(ms)).toBe(text)
})

it('says times to the millisecond', () => {
  expect(formatExactTime('2026-11-24T09:05:03.042Z')).toMatch(/^Nov \d\d, 2026, \d\d:\d5:03\.042$/)
})

it('takes a day as it begins here, and shows it again', () => {
  const start = toStartOfDay('2026-11-24')
  expect(new Date(start ?? '').getHours()).toBe(0)
  expect(toDateInput(start)).toBe('2026-11-24')
  expect([toStartOfDay(''), toDateInput(undefined), toDateInput('yesterday')]).toEqual([undefined, '', ''])
})

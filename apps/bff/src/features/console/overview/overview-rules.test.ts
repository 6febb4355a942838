import { expect, it } from 'vitest'
import { toFunnel, toPartSeconds } from './overview-rules.ts'

it('counts who went further among those who came so far', () => {
  expect(
    toFunnel(
      new Map([
        [0, 3],
        [2, 1],
        [5, 6],
      ]),
    ),
  ).toEqual([
    { step: 'created', reached: 10, stopped: 3 },
    { step: 'opened', reached: 7, stopped: 0 },
    { step: 'agreed', reached: 7, stopped: 1 },
    { step: 'camera', reached: 6, stopped: 0 },
    { step: 'captured', reached: 6, stopped: 0 },
    { step: 'decided', reached: 6, stopped: 6 },
  ])
})

it.each([
  ['an hour', 1 / 24, 60],
  ['a day', 1, 3600],
  ['a week', 7, 21_600],
  ['a month', 31, 86_400],
  ['a year', 366, 604_800],
])('%s is told in parts of a round length', (_, days, seconds) => {
  const from = new Date('2026-03-01T00:00:00Z')
  expect(toPartSeconds(from, new Date(from.getTime() + days * 86_400_000))).toBe(seconds)
})

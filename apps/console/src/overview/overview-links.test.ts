import { expect, it } from 'vitest'
import { findLeak, toLastDays, toListSearch } from './overview-links.ts'

const SPAN = { created_after: '2026-03-01T00:00:00Z', created_before: '2026-03-08T00:00:00Z' }

it('leads to the list of exactly those that were counted', () => {
  expect(toListSearch({ system: 'iOS' }, SPAN, { stopped_at: 'camera' })).toEqual({
    ...SPAN,
    system: 'iOS',
    stopped_at: 'camera',
  })
  // What was asked for is asked for again, not what came of it.
  const asked = { created_after: '2026-03-02T10:00:00.500Z' }
  expect(toListSearch(asked, SPAN)).toEqual({ ...SPAN, ...asked })
})

it('takes days from their beginning', () => {
  const { created_after: from = '' } = toLastDays(7, new Date(2026, 2, 8, 15, 30))
  expect(new Date(from)).toEqual(new Date(2026, 2, 2))
})

it('finds the step at which most stop', () => {
  const funnel = [
    { step: 'created', reached: 10, stopped: 1 },
    { step: 'opened', reached: 9, stopped: 3 },
    { step: 'camera', reached: 6, stopped: 3 },
    { step: 'decided', reached: 3, stopped: 3 },
  ] as const
  expect(findLeak([...funnel])?.step).toBe('opened')
  expect(findLeak(funnel.slice(3))).toBeUndefined()
})

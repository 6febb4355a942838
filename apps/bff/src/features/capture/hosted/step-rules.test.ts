import { expect, it } from 'vitest'
import { toVendorSteps } from './step-rules.ts'

const name = (status: Parameters<typeof toVendorSteps>[0], result: Parameters<typeof toVendorSteps>[1]) =>
  toVendorSteps(status, result).map(({ trigger, codes }) => [trigger, ...codes].join(' '))

it.each([
  [{ kind: 'pending' }, [], []],
  [{ kind: 'unknown' }, [], []],
  [{ kind: 'checking' }, ['capture_completed'], []],
  [{ kind: 'approved', codes: [10000] }, ['capture_completed', 'matched 10000'], ['matched 10000']],
  [{ kind: 'declined', codes: [62321] }, ['capture_completed', 'mismatched 62321'], ['mismatched 62321']],
  [{ kind: 'inconclusive', codes: [61410] }, ['capture_completed', 'unusable 61410'], ['unusable 61410']],
  [{ kind: 'cancelled', codes: [61113] }, ['capture_aborted 61113'], ['unusable 61113']],
  [{ kind: 'refused', codes: [63001] }, ['capture_refused 63001'], ['unusable 63001']],
  [{ kind: 'expired' }, ['capture_aborted 61121'], ['unusable 61121']],
] as const)('%j while the person is there, and once it is delivered', (result, before, after) => {
  expect(name('capture_in_progress', result)).toEqual(before)
  expect(name('checks_in_progress', result)).toEqual(after)
})

it.each([
  'completed',
  'expired',
  'terminated',
  'capture_aborted',
  'checks_inconclusive',
  'pending_redirection',
] as const)('nothing moves an attempt that is %s', (status) => {
  expect(toVendorSteps(status, { kind: 'approved', codes: [10000] })).toEqual([])
})

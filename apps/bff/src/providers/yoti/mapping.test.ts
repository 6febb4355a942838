import { describe, expect, it } from 'vitest'
import { fromPageError, fromSession } from './mapping.ts'
import type { WireCheck } from './wire.ts'

const check = (type: string, value: string | undefined, state = 'DONE'): WireCheck => ({
  type,
  state,
  resources_used: [],
  ...(value === undefined ? {} : { report: { recommendation: { value }, breakdown: [] } }),
})
const live = (value?: string, state?: string) => check('LIVENESS', value, state)
const face = (value?: string, state?: string) => check('FACE_COMPARISON', value, state)
const session = (state: string, checks: WireCheck[]) => ({
  state,
  checks,
  resources: { liveness_capture: [] },
})
const ok = live('APPROVE')

describe('a session', () => {
  it.each([
    ['both approve', 'COMPLETED', [ok, face('APPROVE')], { kind: 'approved', codes: [10000] }],
    [
      'at the second try',
      'COMPLETED',
      [live('REJECT'), ok, face('APPROVE')],
      { kind: 'approved', codes: [10000] },
    ],
    ['no comparison', 'COMPLETED', [ok], { kind: 'inconclusive', codes: [61901] }],
    ['no liveness', 'COMPLETED', [face('APPROVE')], { kind: 'inconclusive', codes: [61901] }],
    ['nothing', 'COMPLETED', [], { kind: 'inconclusive', codes: [61901] }],
    ['another person', 'COMPLETED', [ok, face('REJECT')], { kind: 'declined', codes: [62321] }],
    [
      'two comparisons, one rejects',
      'COMPLETED',
      [ok, face('APPROVE'), face('REJECT')],
      { kind: 'declined', codes: [62321] },
    ],
    ['not live', 'COMPLETED', [live('REJECT'), face('APPROVE')], { kind: 'declined', codes: [62305] }],
    ['an approval that is not done', 'COMPLETED', [ok, face('APPROVE', 'PENDING')], { kind: 'checking' }],
    ['a state nobody knows', 'COMPLETED', [ok, face('APPROVE', 'DONE_TWICE')], { kind: 'unknown' }],
    ['a value nobody knows', 'COMPLETED', [ok, face('APPROVED')], { kind: 'unknown' }],
    ['done without a report', 'COMPLETED', [ok, face()], { kind: 'unknown' }],
    [
      'other checks only',
      'COMPLETED',
      [check('FACE_MATCH', 'APPROVE'), ok],
      { kind: 'inconclusive', codes: [61901] },
    ],
    ['still open', 'ONGOING', [live('REJECT')], { kind: 'pending' }],
    ['approved but open', 'ONGOING', [ok, face('APPROVE')], { kind: 'checking' }],
    ['ran out', 'EXPIRED', [ok], { kind: 'expired' }],
    ['ran out when all was done', 'EXPIRED', [ok, face('APPROVE')], { kind: 'approved', codes: [10000] }],
    ['another word', 'APPROVED', [ok, face('APPROVE')], { kind: 'unknown' }],
  ] as const)('%s', (_, state, checks, expected) => {
    expect(fromSession(session(state, [...checks]))).toEqual(expected)
  })
})

it.each([
  [2002, { kind: 'expired' }],
  [3002, { kind: 'pending' }],
  [4000, { kind: 'cancelled', codes: [61113] }],
  [5000, { kind: 'cancelled', codes: [61203] }],
  [5007, { kind: 'cancelled', codes: [61202] }],
  [5006, { kind: 'inconclusive', codes: [61901] }],
  [5002, { kind: 'declined', codes: [62305] }],
  [9999, { kind: 'inconclusive', codes: [61901] }],
  [undefined, { kind: 'inconclusive', codes: [61901] }],
])('the page reports %s', (code, expected) => {
  expect(fromPageError(code, session('ONGOING', [live('REJECT')]))).toEqual(expected)
})

import { expect, it } from 'vitest'
import { isSettled, toReviewCause } from './review-rules.ts'

const LABELS = ['repeated_declines']

it.each([
  ['off', 'declined', LABELS, undefined],
  ['on_decline', 'declined', [], 'decline'],
  ['on_decline', 'approved', LABELS, undefined],
  ['on_risk', 'declined', [], undefined],
  ['on_risk', 'declined', LABELS, 'risk'],
  ['on_risk', 'approved', LABELS, 'risk'],
  ['on_decline', 'inconclusive', LABELS, undefined],
  ['on_risk', 'retry_required', LABELS, undefined],
] as const)('%s: %s with %j is sent to review as %s', (policy, status, riskLabels, cause) => {
  expect(toReviewCause(policy, { status, riskLabels })).toBe(cause)
})

it('takes one person, or two who agree', () => {
  const said = (...outcomes: ('accepted' | 'refused')[]) => outcomes.map((outcome) => ({ outcome }))
  expect(isSettled(false, [], 'accepted')).toBe(true)
  expect(isSettled(true, [], 'accepted')).toBe(false)
  expect(isSettled(true, said('refused'), 'accepted')).toBe(false)
  expect(isSettled(true, said('refused', 'accepted'), 'accepted')).toBe(true)
})

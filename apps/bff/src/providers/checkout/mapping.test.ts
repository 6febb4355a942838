import { expect, it } from 'vitest'
import { fromAuthentication } from './mapping.ts'

const map = (status: string, ...codes: number[]) =>
  fromAuthentication({ status, response_codes: codes.map((code) => ({ code })), risk_labels: [] })

it.each([
  ['created', [], { kind: 'pending' }],
  ['pending', [], { kind: 'pending' }],
  ['capture_in_progress', [], { kind: 'pending' }],
  ['checks_in_progress', [], { kind: 'checking' }],
  ['approved', [10000], { kind: 'approved', codes: [10000], riskLabels: [] }],
  ['declined', [62321], { kind: 'declined', codes: [62321], riskLabels: [] }],
  ['declined', [62305, 62999], { kind: 'declined', codes: [62305], riskLabels: [] }],
  ['declined', [10000], { kind: 'declined', codes: [], riskLabels: [] }],
  ['refused', [63001], { kind: 'refused', codes: [63001] }],
  ['retry_required', [61101], { kind: 'expired' }],
  ['retry_required', [61113], { kind: 'cancelled', codes: [61113] }],
  ['retry_required', [61203], { kind: 'cancelled', codes: [61203] }],
  ['retry_required', [61410], { kind: 'inconclusive', codes: [61410] }],
  ['retry_required', [], { kind: 'inconclusive', codes: [61901] }],
  ['inconclusive', [64001], { kind: 'inconclusive', codes: [64001] }],
  ['audited', [10000], { kind: 'unknown' }],
  ['APPROVED', [10000], { kind: 'unknown' }],
])('%s with %j', (status, codes, expected) => {
  expect(map(status, ...codes)).toEqual(expected)
})

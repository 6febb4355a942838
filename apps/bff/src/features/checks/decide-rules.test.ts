import { expect, it } from 'vitest'
import { decide } from './decide-rules.ts'

const live = { refusal: { code: 62305, riskLabel: 'face_not_live' } } as const
const replay = { refusal: { code: 62902, riskLabel: 'replayed' } } as const
const made = (check: typeof live | typeof replay, outcome: 'passed' | 'failed' | 'unclear' | 'not_done') => ({
  check,
  result: { outcome },
})
const NOT_LIVE = { kind: 'refused', codes: [62305], riskLabels: ['face_not_live'] }

it.each([
  ['no check', [], { kind: 'stands', match: 'matched' }],
  ['checks that pass', [made(live, 'passed'), made(replay, 'passed')], { kind: 'stands', match: 'matched' }],
  ['one that fails', [made(live, 'failed'), made(replay, 'passed')], NOT_LIVE],
  ['two that fail for one reason', [made(live, 'failed'), made(live, 'failed')], NOT_LIVE],
  ['one that fails beside one that saw nothing', [made(live, 'unclear'), made(live, 'failed')], NOT_LIVE],
  [
    'two that fail',
    [made(live, 'failed'), made(replay, 'failed')],
    { kind: 'refused', codes: [62305, 62902], riskLabels: ['face_not_live', 'replayed'] },
  ],
  ['one that tells neither way', [made(live, 'passed'), made(live, 'unclear')], { kind: 'unclear' }],
  ['one that was not done', [made(live, 'not_done'), made(replay, 'passed')], { kind: 'unclear' }],
] as const)('decides by %s', (_, checks, decision) => {
  expect(decide('matched', checks)).toEqual(decision)
})

import { expect, it } from 'vitest'
import { NO_LIVENESS, toDecisionText } from './decision-rules.ts'

const decision = {
  tenantId: 'tnt_1',
  faceAuthenticationId: 'fav_1',
  attemptId: 'fatp_1',
  verdict: 'approved',
  pictureSalt: new Uint8Array([9]),
  pictureHash: new Uint8Array([1, 255]),
  modelId: 'model/1',
  matchLevel: 4,
  decidedOn: new Date('2026-02-28T23:59:59.987Z'),
  ...NO_LIVENESS,
} as const

// Rows of before are proved by these very bytes.
it('writes what says nothing of liveness as it always was', () => {
  expect(toDecisionText(decision)).toBe(
    '["visavis decision v1","tnt_1","fav_1","fatp_1","approved","01ff","model/1",4,"not_done","2026-02-28T23:59:59.987Z"]',
  )
})

it('covers all that is said of liveness', () => {
  const live = {
    ...decision,
    liveness: 'passed',
    livenessMethod: 'active',
    livenessModelId: 'liveness/1',
    livenessBand: 'high',
  } as const
  expect(toDecisionText(live)).toBe(
    '["visavis decision v2","tnt_1","fav_1","fatp_1","approved","01ff","model/1",4,"passed","2026-02-28T23:59:59.987Z","active","liveness/1","high"]',
  )
})

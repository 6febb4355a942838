import type { TestOutcome } from '@visavis/shared/test-mode'
import { ProviderError } from './provider-error.ts'
import type { FaceProvider, VerifyOutcome } from './types.ts'

/** Of what judges in test mode, beside every decision that it makes: no engine and no vendor has this name. */
export const TEST_MODEL = 'test'

/** Nothing is out of order where test mode was asked for an outage: alerts would wake somebody for it. */
export const isTestOutage = (failure: unknown): boolean =>
  failure instanceof Error && failure.cause instanceof ProviderError && failure.cause.provider === TEST_MODEL

const APPROVED: VerifyOutcome = { kind: 'approved', codes: [10000], modelId: TEST_MODEL, matchLevel: 5 }
const DECLINED: VerifyOutcome = { kind: 'declined', codes: [62321], modelId: TEST_MODEL, matchLevel: 0 }

/** In time, or by the checks of liveness, what a link was to expire or to be refused by has ended it before. */
const OUTCOMES: Record<Exclude<TestOutcome, 'unavailable'>, VerifyOutcome> = {
  approved: APPROVED,
  declined: DECLINED,
  no_face: { kind: 'retry', reasons: ['no_face'], codes: [61410] },
  expired: DECLINED,
  spoof: DECLINED,
}

/**
 * Takes the place of a journey's provider for the magic applicants of test mode, and looks at no picture. It stands in no
 * list: no journey can name it, so nobody outside test mode gets to it.
 */
export const createTestProvider = (outcome: TestOutcome): FaceProvider => ({
  id: TEST_MODEL,
  capabilities: {
    capture: 'selfie-upload',
    references: [],
    result: ['sync'],
    liveness: 'none',
    oneToOne: false,
    oneToN: false,
    anonymize: false,
  },
  verify: async () => {
    if (outcome === 'unavailable') throw new ProviderError(TEST_MODEL, 'unavailable')
    return OUTCOMES[outcome]
  },
  close: async () => {},
})

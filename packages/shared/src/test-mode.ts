/** Test mode: a partner's data of its own, where applicants can be told what becomes of them. `docs/test-mode.md`. */
import { ID_PREFIXES } from './ids.ts'

export const TEST_KEY_PREFIX = 'sk_test_'

/**
 * Whether it is the test side of a partner. The id itself says so, and the database holds it to that, so that no row can
 * change sides and whoever has a row knows its side.
 */
export const isTestTenant = (tenantId: string): boolean => tenantId.startsWith(ID_PREFIXES.testTenant)

/** What becomes of the attempts of a magic applicant, whatever picture is sent. */
export const TEST_OUTCOMES = ['approved', 'declined', 'no_face', 'expired', 'unavailable', 'spoof'] as const
export type TestOutcome = (typeof TEST_OUTCOMES)[number]

/** What an `external_applicant_id` that asks for one begins with. */
export const TEST_APPLICANT_PREFIX = 'test_'

interface TestApplicant {
  tenantId: string
  externalApplicantId: string | null
}

const isWish = ({ tenantId, externalApplicantId }: TestApplicant): boolean =>
  isTestTenant(tenantId) && (externalApplicantId?.startsWith(TEST_APPLICANT_PREFIX) ?? false)

/**
 * What the applicant was made for: `test_declined`, or `test_declined-2` where there are to be several. `undefined` for
 * everybody else, and for every applicant outside test mode, whatever they are called.
 */
export const findTestOutcome = (applicant: TestApplicant): TestOutcome | undefined => {
  if (!isWish(applicant)) return undefined
  const wish = (applicant.externalApplicantId ?? '').slice(TEST_APPLICANT_PREFIX.length)
  return TEST_OUTCOMES.find((outcome) => wish === outcome || wish.startsWith(`${outcome}-`))
}

/** Asks for an outcome that there is not: told at once, instead of at the first picture. */
export const isUnknownWish = (applicant: TestApplicant): boolean =>
  isWish(applicant) && findTestOutcome(applicant) === undefined

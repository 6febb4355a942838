import { type Erase, NOTHING_ERASED } from '../../storage/erased.ts'
import type { ApplicantsRepositories } from './deps.ts'

/** Takes the person out of an applicant; the partner's own id for them stays. */
export const eraseApplicant: Erase<ApplicantsRepositories> = async (
  { applicants },
  { tenantId, applicantId },
  now,
) => {
  if (applicantId === undefined) return NOTHING_ERASED
  return { ...NOTHING_ERASED, applicant_field: await applicants.erase(tenantId, applicantId, now) }
}

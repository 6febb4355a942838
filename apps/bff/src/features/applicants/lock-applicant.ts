import { AppError } from '@visavis/shared/errors'
import type { Applicant } from './applicants-repo.ts'
import type { ApplicantsRepositories } from './deps.ts'

/** Holds the applicant's row, so that no face slips in beside an erasure. @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED */
export const lockApplicant = async (
  repositories: ApplicantsRepositories,
  tenantId: string,
  applicantId: string,
): Promise<Applicant> => {
  const applicant = await repositories.applicants.lock(tenantId, applicantId)
  if (!applicant) throw new AppError('NOT_FOUND')
  if (applicant.anonymizedOn) throw new AppError('APPLICANT_ANONYMIZED')
  return applicant
}

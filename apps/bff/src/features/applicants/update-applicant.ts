import type { UpdateApplicant } from '@visavis/shared/partner-api'
import type { Applicant } from './applicants-repo.ts'
import type { ApplicantsDeps } from './deps.ts'
import { lockApplicant } from './lock-applicant.ts'

/** What is not given stays. @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED */
export const updateApplicant = (
  { database, now }: ApplicantsDeps,
  tenantId: string,
  applicantId: string,
  input: UpdateApplicant,
): Promise<Applicant> =>
  database.transaction(async (repositories) => {
    const applicant = await lockApplicant(repositories, tenantId, applicantId)
    const modifiedOn = now()
    const change = {
      email: input.email ?? applicant.email,
      externalApplicantName: input.external_applicant_name ?? applicant.externalApplicantName,
    }
    await repositories.applicants.update(applicant.id, change, modifiedOn)
    return { ...applicant, ...change, modifiedOn }
  })

import type { UpdateApplicant } from '@visavis/shared/partner-api'
import type { ServiceDeps } from '../../service-deps.ts'
import type { Applicant } from '../../storage/types.ts'
import { lockApplicant } from '../faces/admit-face.ts'

/** What is not given stays. @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED */
export const updateApplicant = (
  { database, now }: ServiceDeps,
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

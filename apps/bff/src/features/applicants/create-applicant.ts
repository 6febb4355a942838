import { newId } from '@visavis/shared/ids'
import type { CreateApplicant } from '@visavis/shared/partner-api'
import { newApplicantKey } from '../../storage/crypto/applicant-key.ts'
import type { Applicant } from './applicants-repo.ts'
import type { ApplicantsDeps } from './deps.ts'

export const createApplicant = async (
  { database, sealer, now }: ApplicantsDeps,
  tenantId: string,
  input: CreateApplicant,
): Promise<Applicant> => {
  const createdOn = now()
  const applicant: Applicant = {
    id: newId('applicant'),
    tenantId,
    externalApplicantId: input.external_applicant_id ?? null,
    email: input.email ?? null,
    externalApplicantName: input.external_applicant_name ?? null,
    anonymizedOn: null,
    createdOn,
    modifiedOn: createdOn,
  }
  const key = newApplicantKey(sealer, { tenantId, applicantId: applicant.id })
  await database.applicants.insert(applicant, key)
  return applicant
}

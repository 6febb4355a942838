import { newId } from '@visavis/shared/ids'
import type { CreateApplicant } from '@visavis/shared/partner-api'
import type { ServiceDeps } from '../../service-deps.ts'
import type { Applicant } from '../../storage/types.ts'

export const createApplicant = async (
  { database, now }: ServiceDeps,
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
  await database.applicants.insert(applicant)
  return applicant
}

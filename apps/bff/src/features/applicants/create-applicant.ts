import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { CreateApplicant } from '@visavis/shared/partner-api'
import { isUnknownWish } from '@visavis/shared/test-mode'
import { newApplicantKey } from '../../storage/crypto/applicant-key.ts'
import type { Applicant } from './applicants-repo.ts'
import type { ApplicantsDeps } from './deps.ts'

/** @throws AppError REQUEST_INVALID in test mode, for an outcome that there is not */
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
  if (isUnknownWish(applicant)) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['external_applicant_id__unknown'] })
  }
  const key = newApplicantKey(sealer, { tenantId, applicantId: applicant.id })
  await database.applicants.insert(applicant, key)
  return applicant
}

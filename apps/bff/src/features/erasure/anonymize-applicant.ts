import { AppError } from '@visavis/shared/errors'
import type { Applicant } from '../applicants/index.ts'
import type { ErasureDeps } from './deps.ts'
import { eraseInEveryRoom } from './erase.ts'
import { finishErasure, newErasureReceipt } from './erasure-receipt.ts'

/**
 * Removes everything personal that is kept of an applicant, down to each face and each face authentication; the
 * external id stays, it is the partner's. The first step takes the person out of the applicant and their faces, so that
 * nothing new can come; the face authentications follow in further steps, some at a time, so that others are served in
 * between. A crash leaves steps over, which a repetition, a look at the receipt or a job takes. Irreversible; repeating
 * it changes nothing. @throws AppError NOT_FOUND
 */
export const anonymizeApplicant = async (
  deps: ErasureDeps,
  tenantId: string,
  applicantId: string,
): Promise<Applicant> => {
  const anonymized = await deps.database.transaction(async (repositories) => {
    const now = deps.now()
    const applicant = await repositories.applicants.lock(tenantId, applicantId)
    if (!applicant || applicant.anonymizedOn) return applicant
    const scope = { tenantId, applicantId, authentications: [], faceAuthenticationIds: [], attemptIds: [] }
    const erased = await eraseInEveryRoom(repositories, scope, now)
    const receipt = newErasureReceipt({ tenantId, subjectId: applicantId, erased, now })
    await repositories.erasureReceipts.insert(receipt)
    return repositories.applicants.get(tenantId, applicantId)
  })
  if (!anonymized) throw new AppError('NOT_FOUND')
  await finishErasure(deps, tenantId, applicantId)
  return anonymized
}

import { AppError } from '@visavis/shared/errors'
import { addErased, type Erased, NOTHING_ERASED } from '../../storage/erased.ts'
import type { Applicant } from '../applicants/index.ts'
import { lockAndSettle } from '../authentications/index.ts'
import { eraseFaces } from '../faces/index.ts'
import { eraseIndexEntries } from '../search/index.ts'
import type { ErasureDeps, ErasureRepositories } from './deps.ts'
import { eraseFaceAuthentication } from './erase-face-authentication.ts'
import { finishErasure, newErasureReceipt } from './erasure-receipt.ts'

/**
 * Removes everything personal that is kept of an applicant, down to each face and each face authentication; the
 * external id stays, it is the partner's. Irreversible; repeating it changes nothing. @throws AppError NOT_FOUND
 */
export const anonymizeApplicant = async (
  deps: ErasureDeps,
  tenantId: string,
  applicantId: string,
): Promise<Applicant> => {
  const anonymized = await deps.database.transaction(async (repositories) => {
    const now = deps.now()
    const applicant = await repositories.applicants.lock(tenantId, applicantId)
    if (!applicant) throw new AppError('NOT_FOUND')
    if (applicant.anonymizedOn) return applicant
    const faces = await repositories.faces.listAll(tenantId, applicantId)
    const erased = addErased(
      await eraseFaces(repositories, tenantId, faces, now),
      await eraseIndexEntries(repositories, tenantId, applicantId),
      ...(await eraseAuthentications(repositories, applicant, now)),
      { ...NOTHING_ERASED, applicant_field: countFields(applicant) },
    )
    const change = { email: null, externalApplicantName: null, anonymizedOn: now }
    await repositories.applicants.update(applicantId, change, now)
    await repositories.idempotencyKeys.forget(tenantId, [applicantId])
    const receipt = newErasureReceipt({ tenantId, subjectId: applicantId, erased, now })
    await repositories.erasureReceipts.insert(receipt)
    return { ...applicant, ...change, modifiedOn: now }
  })
  await finishErasure(deps, tenantId, applicantId)
  return anonymized
}

const eraseAuthentications = async (
  repositories: ErasureRepositories,
  { tenantId, id }: Applicant,
  now: Date,
): Promise<Erased[]> => {
  const erased: Erased[] = []
  for (const authenticationId of await repositories.faceAuthentications.listIds(tenantId, id)) {
    const held = await lockAndSettle(repositories, tenantId, authenticationId, now)
    if (!held || held.authentication.anonymizedOn) continue
    erased.push((await eraseFaceAuthentication(repositories, held, now)).erased)
  }
  return erased
}

const countFields = ({ email, externalApplicantName }: Applicant): number =>
  [email, externalApplicantName].filter((field) => field !== null).length

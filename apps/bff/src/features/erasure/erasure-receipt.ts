import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { Erased } from '../../storage/erased.ts'
import { removeErasedPictures } from '../pictures/index.ts'
import type { ErasureDeps } from './deps.ts'
import { eraseAuthenticationsInSteps } from './erase-authentications.ts'
import type { ErasureReceipt } from './erasure-receipts-repo.ts'

/** Several erasures in a row are taken out of the database's files together. */
const PURGE_AFTER_MS = 5000

interface NewReceipt {
  tenantId: string
  subjectId: string
  erased: Erased
  now: Date
}

/** Proof of an erasure: how much of what, nothing of whom. Written with its first step, complete when the last picture is gone. */
export const newErasureReceipt = ({ tenantId, subjectId, erased, now }: NewReceipt): ErasureReceipt => ({
  id: newId('erasureReceipt'),
  tenantId,
  subjectId,
  erased,
  createdOn: now,
  completedOn: null,
})

/**
 * Takes the steps of an erasure that are left, removes its pictures and completes its receipt, unless a vendor still has
 * something to erase. Repeating it is harmless: whoever looks at a receipt that a crash left open finishes it.
 */
export const finishErasure = async (
  deps: ErasureDeps,
  tenantId: string,
  subjectId: string,
): Promise<ErasureReceipt | undefined> => {
  const receipt = await deps.database.erasureReceipts.get(tenantId, subjectId)
  if (!receipt || receipt.completedOn) return receipt
  await eraseAuthenticationsInSteps(deps, receipt)
  await removeErasedPictures(deps, tenantId)
  const { vendorCaptures, vendorFaces } = deps.database
  if (await vendorCaptures.isErasing(tenantId, subjectId)) return receipt
  if (await vendorFaces.isErasing(tenantId, subjectId)) return receipt
  const completedOn = deps.now()
  const startAfter = new Date(completedOn.getTime() + PURGE_AFTER_MS)
  await deps.database.jobs.enqueue('purge', [{ data: {}, key: 'purge', startAfter }])
  await deps.database.erasureReceipts.complete(receipt.id, completedOn)
  return deps.database.erasureReceipts.get(tenantId, subjectId)
}

/**
 * @param subject an applicant, or a face authentication, which may have been erased along with its applicant
 * @throws AppError NOT_FOUND: nothing was erased
 */
export const readErasureReceipt = async (
  deps: ErasureDeps,
  tenantId: string,
  subject: { applicantId: string } | { faceAuthenticationId: string },
): Promise<ErasureReceipt> => {
  const ids = 'applicantId' in subject ? [subject.applicantId] : await toSubjects(deps, tenantId, subject)
  for (const id of ids) {
    const receipt = await finishErasure(deps, tenantId, id)
    if (receipt) return receipt
  }
  throw new AppError('NOT_FOUND')
}

const toSubjects = async (
  { database }: ErasureDeps,
  tenantId: string,
  { faceAuthenticationId }: { faceAuthenticationId: string },
): Promise<string[]> => {
  const authentication = await database.faceAuthentications.get(tenantId, faceAuthenticationId)
  return authentication?.anonymizedOn ? [authentication.id, authentication.applicantId] : []
}

import { AppError } from '@visavis/shared/errors'
import { MAX_FACES_PER_APPLICANT } from '@visavis/shared/limits'
import type { Applicant, Face, Repositories } from '../../storage/types.ts'

/** Holds the applicant's row, so that no face slips in beside an erasure. @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED */
export const lockApplicant = async (
  repositories: Repositories,
  tenantId: string,
  applicantId: string,
): Promise<Applicant> => {
  const applicant = await repositories.applicants.lock(tenantId, applicantId)
  if (!applicant) throw new AppError('NOT_FOUND')
  if (applicant.anonymizedOn) throw new AppError('APPLICANT_ANONYMIZED')
  return applicant
}

/** Adds a face as long as there is room for it. @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED, FACE_LIMIT_REACHED */
export const admitFace = async (repositories: Repositories, face: Face): Promise<void> => {
  await lockApplicant(repositories, face.tenantId, face.applicantId)
  const { totalCount } = await repositories.faces.list(face.tenantId, face.applicantId, { skip: 0, limit: 1 })
  if (totalCount >= MAX_FACES_PER_APPLICANT) throw new AppError('FACE_LIMIT_REACHED')
  await repositories.faces.insert(face)
}

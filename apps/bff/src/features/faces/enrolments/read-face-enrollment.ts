import { AppError } from '@visavis/shared/errors'
import type { FacesDeps } from '../deps.ts'
import { type EnrollmentRows, lockAndSettleFace } from './advance-enrollment.ts'

/** @throws AppError NOT_FOUND */
export const readFaceEnrollment = async (
  { database, now }: FacesDeps,
  tenantId: string,
  applicantId: string,
  enrollmentId: string,
): Promise<EnrollmentRows> => {
  const known = await database.faceEnrollments.get(tenantId, enrollmentId)
  if (!known) throw new AppError('NOT_FOUND')
  return database.transaction(async (repositories) => {
    const held = await lockAndSettleFace(repositories, tenantId, known.faceId, now())
    const enrollment = await repositories.faceEnrollments.get(tenantId, enrollmentId)
    if (!enrollment || held?.face.applicantId !== applicantId) throw new AppError('NOT_FOUND')
    return { face: held.face, enrollment }
  })
}

import type { ErrorDetail } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { findPicture } from '../pictures/index.ts'
import type { FacesDeps, FacesRepositories } from './deps.ts'
import { enrolFace } from './enrol-face.ts'
import type { Face } from './faces-repo.ts'

interface AddFaceFromAttemptInput {
  tenantId: string
  applicantId: string
  attemptId: string
  provider?: string | undefined
  expiresOn?: Date | null | undefined
}

const refuse = (error: ErrorDetail): never => {
  throw new AppError('REQUEST_INVALID', { errorCodes: [`attempt_id__${error}`] })
}

/**
 * Makes the picture of an earlier approved attempt of the same applicant a reference. The picture is copied: the face
 * keeps it until it is deleted, whatever becomes of the attempt's own.
 * @throws AppError NOT_FOUND; REQUEST_INVALID with attempt_id__not_found, …__not_approved or …__picture_gone; and all
 *   that `enrolFace` throws
 */
export const addFaceFromAttempt = async (deps: FacesDeps, input: AddFaceFromAttemptInput): Promise<Face> => {
  const { database, assets } = deps
  const { tenantId, applicantId, attemptId } = input
  if (!(await database.applicants.get(tenantId, applicantId))) throw new AppError('NOT_FOUND')
  const attempt = await database.attempts.find(tenantId, attemptId)
  if (!attempt) return refuse('not_found')

  const assertUsable = async ({ faceAuthentications }: Pick<FacesRepositories, 'faceAuthentications'>) => {
    const authentication = await faceAuthentications.lock(tenantId, attempt.faceAuthenticationId)
    if (authentication?.applicantId !== applicantId) refuse('not_found')
    if (authentication?.status !== 'approved' || attempt.status !== 'completed') refuse('not_approved')
    if (authentication?.anonymizedOn) refuse('picture_gone')
  }
  await assertUsable(database)
  const picture = await findPicture(database, { id: attemptId, tenantId, applicantId })
  const image = picture && (await assets.get(picture))
  if (!image) return refuse('picture_gone')
  return enrolFace(deps, { ...input, image, from: { attemptId, assertUsable } })
}

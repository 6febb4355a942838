import { AppError } from '@visavis/shared/errors'
import { MAX_FACES_PER_APPLICANT } from '@visavis/shared/limits'
import { lockApplicant } from '../applicants/index.ts'
import { recordEvents } from '../webhooks/index.ts'
import type { FacesRepositories } from './deps.ts'
import { toFaceEvent } from './face-event.ts'
import type { Face, FaceTemplate } from './faces-repo.ts'

/** Adds a face as long as there is room for it. @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED, FACE_LIMIT_REACHED */
export const admitFace = async (
  repositories: FacesRepositories,
  face: Face,
  templates: readonly FaceTemplate[] = [],
): Promise<void> => {
  const applicant = await lockApplicant(repositories, face.tenantId, face.applicantId)
  const { totalCount } = await repositories.faces.list(face.tenantId, face.applicantId, { skip: 0, limit: 1 })
  if (totalCount >= MAX_FACES_PER_APPLICANT) throw new AppError('FACE_LIMIT_REACHED')
  await repositories.faces.insert(face, templates)
  // One that waits for a person to open a link is none yet.
  if (face.source === 'enrollment') return
  const { externalApplicantId } = applicant
  await recordEvents(repositories, [toFaceEvent('face_added', face, externalApplicantId, face.createdOn)])
}

import type { FaceStatus } from '@visavis/shared/statuses'
import { type Erase, type Erased, NOTHING_ERASED } from '../../storage/erased.ts'
import { erasePictures } from '../pictures/index.ts'
import { recordEvents } from '../webhooks/index.ts'
import type { FacesRepositories } from './deps.ts'
import { queueVendorFaces } from './erase-vendor-face.ts'
import { type FaceEventSubject, toFaceEvent } from './face-event.ts'
import type { FacesRepo } from './faces-repo.ts'

type Which = Parameters<FacesRepo['erase']>[1]

/**
 * Takes faces out of everything that could ever compare them: their rows with templates and vendor references, their
 * enrolment links, their pictures. Whatever else comes to be derived from a face is removed here. Call it inside a
 * transaction, then `removeErasedPictures` after it.
 */
export const eraseTheseFaces = async (
  repositories: FacesRepositories,
  tenantId: string,
  which: Which,
  now: Date,
): Promise<Erased> => {
  // The rows first: whoever deletes a single face holds its row before anything that hangs on it.
  const { faces, templates, vendorReferences } = await repositories.faces.erase(tenantId, which)
  const ids = faces.map(({ id }) => id)
  await emitRemoved(repositories, faces, now)
  const picture = await erasePictures(repositories, tenantId, ids)
  // Ordered here, done by a job: a vendor may be down.
  await queueVendorFaces(repositories, await repositories.vendorFaces.markErasing(tenantId, ids, now))
  return { ...NOTHING_ERASED, picture, template: templates, vendor_reference: vendorReferences }
}

/** A link that nobody has used yet was no face: nobody was told of one. */
const NOT_YET: readonly FaceStatus[] = ['NEW', 'ACTIVATING']

const emitRemoved = async (
  repositories: FacesRepositories,
  gone: readonly FaceEventSubject[],
  now: Date,
): Promise<void> => {
  const faces = gone.filter(({ source, status }) => source !== 'enrollment' || !NOT_YET.includes(status))
  const [first] = faces
  if (!first) return
  // All are of one applicant.
  const applicant = await repositories.applicants.get(first.tenantId, first.applicantId)
  const externalApplicantId = applicant?.externalApplicantId ?? null
  await recordEvents(
    repositories,
    faces.map((face) => toFaceEvent('face_removed', face, externalApplicantId, now)),
  )
}

/** All faces of an applicant, or those that took their picture from one of the attempts: it is the same picture. */
export const eraseFaces: Erase<FacesRepositories> = (
  repositories,
  { tenantId, applicantId, attemptIds },
  now,
) => {
  const which = applicantId === undefined ? { sourceAttemptIds: attemptIds } : { applicantId }
  return eraseTheseFaces(repositories, tenantId, which, now)
}

import type { AllDatabase } from '../composition/create-database.ts'
import { newReview } from '../features/reviews/index.ts'
import type { Ids } from './fill-tenant.ts'

/** What somebody may say of either. */
export const ACCEPTED = { outcome: 'accepted', reason_code: 'same_person' } as const

/** The face and the face authentication of `fillTenant` wait for a person. */
export const sendToReview = async (
  database: AllDatabase,
  tenantId: string,
  { applicantId = '', faceId = '', faceAuthenticationId = '' }: Ids,
): Promise<void> => {
  const createdOn = new Date()
  const shared = { tenantId, applicantId, userJourneyId: null, fourEyes: false, createdOn }
  await database.faces.update(faceId, { status: 'REVIEW' }, createdOn)
  await database.reviews.insert(newReview({ ...shared, cause: 'new_face', subjectId: faceId }))
  await database.reviews.insert(newReview({ ...shared, cause: 'decline', subjectId: faceAuthenticationId }))
}

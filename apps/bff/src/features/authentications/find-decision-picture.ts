import type { ServiceDeps } from '../../service-deps.ts'
import type { Asset, FaceAuthentication } from '../../storage/types.ts'
import { findAttemptPicture } from './find-attempt-picture.ts'

/** The picture a decision was made on; none before the decision, after erasure or once its time of retention is over. */
export const findDecisionPicture = async (
  { database }: ServiceDeps,
  { tenantId, id, status, anonymizedOn }: FaceAuthentication,
): Promise<Asset | undefined> => {
  if ((status !== 'approved' && status !== 'declined') || anonymizedOn) return undefined
  const attempts = await database.attempts.listAll(tenantId, id)
  const decided = attempts.find((attempt) => attempt.status === 'completed')
  return decided && findAttemptPicture(database, tenantId, decided.id)
}

import { type Asset, findPicture } from '../pictures/index.ts'
import type { AuthenticationsDeps } from './deps.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'

/** The picture a decision was made on; none before the decision, after erasure or once its time of retention is over. */
export const findDecisionPicture = async (
  { database }: AuthenticationsDeps,
  { tenantId, id, status, anonymizedOn }: FaceAuthentication,
): Promise<Asset | undefined> => {
  if ((status !== 'approved' && status !== 'declined') || anonymizedOn) return undefined
  const attempts = await database.attempts.listAll(tenantId, id)
  const decided = attempts.find((attempt) => attempt.status === 'completed')
  return decided && findPicture(database, tenantId, decided.id)
}

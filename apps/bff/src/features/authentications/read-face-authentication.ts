import { AppError } from '@visavis/shared/errors'
import { dueTrigger } from '../links/index.ts'
import type { AuthenticationsDeps } from './deps.ts'
import type { ReadAuthentication } from './face-authentications-repo.ts'
import { lockAndSettle } from './settle-attempt.ts'

/**
 * The only place a decision is read. Most looks, those of pollers, find nothing that time has changed, and lock nothing.
 * @throws AppError NOT_FOUND
 */
export const readFaceAuthentication = async (
  { database, now }: AuthenticationsDeps,
  tenantId: string,
  id: string,
): Promise<Pick<ReadAuthentication, 'authentication' | 'pictureId'>> => {
  const found = await database.faceAuthentications.read(tenantId, id)
  if (!found) throw new AppError('NOT_FOUND')
  if (!found.open || !dueTrigger(found.open, now())) return found
  const held = await database.transaction((repositories) => lockAndSettle(repositories, tenantId, id, now()))
  if (!held) throw new AppError('NOT_FOUND')
  return { authentication: held.authentication, pictureId: undefined }
}

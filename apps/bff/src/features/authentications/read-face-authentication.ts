import { AppError } from '@visavis/shared/errors'
import type { AuthenticationsDeps } from './deps.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'
import { lockAndSettle } from './settle-attempt.ts'

/** The only place a decision is read. @throws AppError NOT_FOUND */
export const readFaceAuthentication = async (
  { database, now }: AuthenticationsDeps,
  tenantId: string,
  id: string,
): Promise<FaceAuthentication> => {
  const held = await database.transaction((repositories) => lockAndSettle(repositories, tenantId, id, now()))
  if (!held) throw new AppError('NOT_FOUND')
  return held.authentication
}

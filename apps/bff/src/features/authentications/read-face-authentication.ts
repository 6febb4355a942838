import { AppError } from '@visavis/shared/errors'
import { dueTrigger } from '../links/index.ts'
import { isComparing } from './comparison-rules.ts'
import type { AuthenticationsDeps } from './deps.ts'
import type { ReadAuthentication } from './read-statements.ts'
import { lockAndSettle } from './settle-attempt.ts'

/** Where a decision is read. @throws AppError NOT_FOUND */
export const readFaceAuthentication = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  id: string,
): Promise<ReadAuthentication> => {
  const found = await deps.database.faceAuthentications.read(tenantId, id)
  if (!found) throw new AppError('NOT_FOUND')
  return settleRead(deps, found)
}

/**
 * As of now. Most looks, those of pollers, find nothing that time has changed, and lock nothing.
 * @throws AppError NOT_FOUND
 */
export const settleRead = async (
  { database, now }: AuthenticationsDeps,
  found: ReadAuthentication,
): Promise<ReadAuthentication> => {
  const { open } = found
  if (!open) return found
  if (isComparing(open, now()))
    return { ...found, authentication: { ...found.authentication, status: 'checks_in_progress' } }
  if (!dueTrigger(open, now())) return found
  const { tenantId, id } = found.authentication
  const held = await database.transaction((repositories) => lockAndSettle(repositories, tenantId, id, now()))
  if (!held) throw new AppError('NOT_FOUND')
  return { authentication: held.authentication, open: undefined, pictureId: undefined, review: undefined }
}

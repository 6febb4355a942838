import { AppError } from '@visavis/shared/errors'
import type { Attempt, Page, Paged } from '../storage/db/types.ts'
import type { ServiceDeps } from './deps.ts'
import { readFaceAuthentication } from './read-face-authentication.ts'

/** @throws AppError NOT_FOUND */
export const listAttempts = async (
  deps: ServiceDeps,
  tenantId: string,
  faceAuthenticationId: string,
  page: Page,
): Promise<Paged<Attempt>> => {
  await readFaceAuthentication(deps, tenantId, faceAuthenticationId)
  return deps.database.attempts.list(tenantId, faceAuthenticationId, page)
}

/** @throws AppError NOT_FOUND */
export const readAttempt = async (
  deps: ServiceDeps,
  tenantId: string,
  faceAuthenticationId: string,
  attemptId: string,
): Promise<Attempt> => {
  await readFaceAuthentication(deps, tenantId, faceAuthenticationId)
  const attempt = await deps.database.attempts.get(tenantId, faceAuthenticationId, attemptId)
  if (!attempt) throw new AppError('NOT_FOUND')
  return attempt
}

import { AppError } from '@visavis/shared/errors'
import type { Page, Paged } from '../../storage/paging.ts'
import type { Asset } from '../pictures/index.ts'
import type { Attempt } from './attempt-row.ts'
import { asOf } from './comparison-rules.ts'
import type { AuthenticationsDeps } from './deps.ts'
import { readFaceAuthentication } from './read-face-authentication.ts'

/** @throws AppError NOT_FOUND */
export const listAttempts = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  faceAuthenticationId: string,
  page: Page,
): Promise<Paged<Attempt>> => {
  await readFaceAuthentication(deps, tenantId, faceAuthenticationId)
  const { totalCount, rows } = await deps.database.attempts.list(tenantId, faceAuthenticationId, page)
  const now = deps.now()
  return { totalCount, rows: rows.map((attempt) => asOf(attempt, now)) }
}

/** @throws AppError NOT_FOUND */
export const readAttempt = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  faceAuthenticationId: string,
  attemptId: string,
): Promise<Attempt> => {
  await readFaceAuthentication(deps, tenantId, faceAuthenticationId)
  const attempt = await deps.database.attempts.get(tenantId, faceAuthenticationId, attemptId)
  if (!attempt) throw new AppError('NOT_FOUND')
  return asOf(attempt, deps.now())
}

/** The pictures of an attempt that are kept. @throws AppError NOT_FOUND */
export const listAttemptAssets = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  { faceAuthenticationId, attemptId }: { faceAuthenticationId: string; attemptId: string },
  page: Page,
): Promise<Paged<Asset>> => {
  await readAttempt(deps, tenantId, faceAuthenticationId, attemptId)
  return deps.database.assets.listStored(tenantId, attemptId, page)
}

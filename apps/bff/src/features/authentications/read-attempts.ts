import { AppError } from '@visavis/shared/errors'
import type { Page, Paged } from '../../storage/paging.ts'
import { type AssetOf, LISTED_ASSETS } from '../pictures/index.ts'
import type { ReadAttempt } from './attempts-repo.ts'
import { asOf } from './comparison-rules.ts'
import type { AuthenticationsDeps } from './deps.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import { readFaceAuthentication } from './read-face-authentication.ts'

/** @throws AppError NOT_FOUND */
export const listAttempts = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  faceAuthenticationId: string,
  page: Page,
): Promise<Paged<ReadAttempt>> => {
  const { authentication } = await readFaceAuthentication(deps, tenantId, faceAuthenticationId)
  const { rows, totalCount } = await deps.database.attempts.list(tenantId, faceAuthenticationId, page)
  const now = deps.now()
  return { rows: rows.map((row) => toTold(row, authentication, now)), totalCount }
}

/** @throws AppError NOT_FOUND */
export const readAttempt = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  faceAuthenticationId: string,
  attemptId: string,
): Promise<ReadAttempt> => {
  const { authentication } = await readFaceAuthentication(deps, tenantId, faceAuthenticationId)
  const row = await deps.database.attempts.read(tenantId, faceAuthenticationId, attemptId)
  if (!row) throw new AppError('NOT_FOUND')
  return toTold(row, authentication, deps.now())
}

/** The chain of decisions keeps what it rests on for its proof alone: of an erased person nobody is told. */
const toTold = (
  { attempt, decision }: ReadAttempt,
  { anonymizedOn }: FaceAuthentication,
  now: Date,
): ReadAttempt => ({ attempt: asOf(attempt, now), decision: anonymizedOn ? undefined : decision })

export type ListedAsset = AssetOf<(typeof LISTED_ASSETS)[number]>

interface AttemptName {
  faceAuthenticationId: string
  attemptId: string
}

/** The pictures and videos of an attempt that are kept. @throws AppError NOT_FOUND */
export const listAttemptAssets = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  { faceAuthenticationId, attemptId }: AttemptName,
  page: Page,
): Promise<Paged<ListedAsset>> => {
  await readAttempt(deps, tenantId, faceAuthenticationId, attemptId)
  return deps.database.assets.listStored(tenantId, attemptId, page, LISTED_ASSETS)
}

/** What was judged of its turns of the head, where that is kept. @throws AppError NOT_FOUND */
export const listLivenessEvidence = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  { faceAuthenticationId, attemptId }: AttemptName,
  page: Page,
): Promise<Paged<AssetOf<'turn_filmstrip'>>> => {
  await readAttempt(deps, tenantId, faceAuthenticationId, attemptId)
  return deps.database.assets.listStored(tenantId, attemptId, page, ['turn_filmstrip'])
}

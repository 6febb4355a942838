import { AppError } from '@visavis/shared/errors'
import type { listAttemptsSchema } from '@visavis/shared/lists-api'
import type * as z from 'zod'
import type { CursorPage, CursorPaged, Page, Paged } from '../../storage/paging.ts'
import { dueTrigger } from '../links/index.ts'
import { type AssetOf, LISTED_ASSETS } from '../pictures/index.ts'
import { asOf, isComparing } from './comparison-rules.ts'
import type { AuthenticationsDeps } from './deps.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import { MOST_SETTLED_PER_PAGE } from './list-face-authentications.ts'
import { isAskedFor, toAuthenticationFilter } from './list-filter.ts'
import type { ListedAttempt, ReadAttempt } from './read-attempt-statements.ts'
import { readFaceAuthentication } from './read-face-authentication.ts'
import { lockAndSettle } from './settle-attempt.ts'
import { isOpenAttempt } from './transition-rules.ts'

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

/**
 * Of all face authentications, newest first, each as it would be read by itself. What time has moved out of the filter
 * meanwhile is left out.
 */
export const listNewestAttempts = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  query: Omit<z.output<typeof listAttemptsSchema>, 'cursor' | 'limit'>,
  page: CursorPage,
): Promise<CursorPaged<ListedAttempt>> => {
  const filter = { ...toAuthenticationFilter(query), status: query.status, source: query.source }
  const { rows, next } = await deps.database.attempts.listNewest(tenantId, filter, page)
  const read: ListedAttempt[] = []
  let settled = 0
  for (const row of rows) {
    const now = await settleListed(deps, row)
    read.push(now)
    if (isOpenAttempt(row.attempt.status) && !isOpenAttempt(now.attempt.status)) settled += 1
    if (settled >= MOST_SETTLED_PER_PAGE) break
  }
  const last = rows[read.length - 1]?.attempt
  return {
    rows: read.filter(({ attempt }) => isAskedFor(attempt, filter)),
    next: last && read.length < rows.length ? { createdOn: last.createdOn, id: last.id } : next,
  }
}

/** As of now: one whose time is up is closed with its face authentication, as whoever reads it by itself would close it. */
const settleListed = async (deps: AuthenticationsDeps, row: ListedAttempt): Promise<ListedAttempt> => {
  const { database, now } = deps
  const { attempt, authentication } = row
  const toRow = (read: ReadAttempt) => ({ ...toTold(read, authentication, now()), authentication })
  if (isComparing(attempt, now()) || !dueTrigger(attempt, now())) return toRow(row)
  const { tenantId, faceAuthenticationId, id } = attempt
  await database.transaction((repositories) =>
    lockAndSettle(repositories, tenantId, faceAuthenticationId, now()),
  )
  return toRow((await database.attempts.read(tenantId, faceAuthenticationId, id)) ?? row)
}

/** The chain of decisions keeps what it rests on for its proof alone: of an erased person nobody is told. */
const toTold = (
  { attempt, decision }: ReadAttempt,
  { anonymizedOn }: Pick<FaceAuthentication, 'anonymizedOn'>,
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

import type { listFaceAuthenticationsSchema } from '@visavis/shared/lists-api'
import type { listConsoleFaceAuthenticationsSchema } from '@visavis/shared/overview-api'
import type * as z from 'zod'
import type { CursorPage, CursorPaged } from '../../storage/paging.ts'
import type { CourseFilter } from './attempt-conditions.ts'
import type { AuthenticationsDeps } from './deps.ts'
import { isAskedFor, toAuthenticationFilter } from './list-filter.ts'
import { settleRead } from './read-face-authentication.ts'
import type { ReadAuthentication } from './read-statements.ts'

/** The console filters by more than partners do. */
type Query = z.output<typeof listFaceAuthenticationsSchema> &
  Partial<z.output<typeof listConsoleFaceAuthenticationsSchema>>

/** What time has moved takes a transaction each: a page ends behind so many, and the next one goes on there. */
export const MOST_SETTLED_PER_PAGE = 20

/**
 * Newest first, each as it would be read by itself. What time has moved out of the filter meanwhile is left out, so a page
 * may be shorter than its limit.
 */
export const listFaceAuthentications = async (
  deps: AuthenticationsDeps,
  tenantId: string,
  query: Omit<Query, 'cursor' | 'limit'>,
  page: CursorPage,
): Promise<CursorPaged<ReadAuthentication>> => {
  const { status, provider, review } = query
  const filter = { ...toAuthenticationFilter(query), ...toCourseFilter(query), status, provider, review }
  const { rows, next } = await deps.database.faceAuthentications.list(tenantId, filter, page)
  const read: ReadAuthentication[] = []
  let settled = 0
  for (const row of rows) {
    const now = await settleRead(deps, row)
    read.push(now)
    if (row.open && !now.open) settled += 1
    if (settled >= MOST_SETTLED_PER_PAGE) break
  }
  const last = rows[read.length - 1]?.authentication
  return {
    rows: read.filter(({ authentication }) => isAskedFor(authentication, filter)),
    next: last && read.length < rows.length ? { createdOn: last.createdOn, id: last.id } : next,
  }
}

/** What happened at its attempts. */
const toCourseFilter = (query: Omit<Query, 'cursor' | 'limit'>): CourseFilter => ({
  browser: query.browser,
  system: query.system,
  device: query.device,
  country: query.country,
  reached: query.reached,
  stoppedAt: query.stopped_at,
  retryReason: query.retry_reason,
  guidance: query.guidance,
  cameraFailure: query.camera_failure,
  liveness: query.liveness,
})

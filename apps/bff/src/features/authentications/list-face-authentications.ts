import type { listFaceAuthenticationsSchema } from '@visavis/shared/lists-api'
import type { listConsoleFaceAuthenticationsSchema } from '@visavis/shared/overview-api'
import type * as z from 'zod'
import type { CursorPaged } from '../../storage/paging.ts'
import type { AuthenticationsDeps } from './deps.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import { settleRead } from './read-face-authentication.ts'
import type { FaceAuthenticationFilter, ReadAuthentication } from './read-statements.ts'

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
  query: Query,
): Promise<CursorPaged<ReadAuthentication>> => {
  const filter = toFilter(query)
  const page = { after: query.cursor, limit: query.limit }
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

const toFilter = (query: Query): FaceAuthenticationFilter => ({
  status: query.status,
  responseCode: query.response_code,
  userJourneyId: query.user_journey_id,
  provider: query.provider,
  applicantId: query.applicant_id,
  externalApplicantId: query.external_applicant_id,
  review: query.review,
  createdAfter: query.created_after,
  createdBefore: query.created_before,
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

/** As far as time can change it. */
const isAskedFor = (
  authentication: FaceAuthentication,
  { status = authentication.status, responseCode }: FaceAuthenticationFilter,
): boolean =>
  authentication.status === status &&
  (responseCode === undefined || authentication.responseCodes.includes(responseCode))

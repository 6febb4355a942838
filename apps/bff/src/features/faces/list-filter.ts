import type { FaceSource, FaceStatus } from '@visavis/shared/statuses'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CreatedFilter } from '../../storage/paging.ts'
import { LAPSING_STATUSES } from './transition-rules.ts'

export interface FaceFilter extends CreatedFilter {
  /** As of now. */
  status?: FaceStatus | undefined
  provider?: string | undefined
  source?: FaceSource | undefined
  applicantId?: string | undefined
  externalApplicantId?: string | undefined
}

/** Conditions on the one table that a query is about. */
export const whereFaces = (
  tenantId: string,
  { status, provider, source, applicantId, externalApplicantId }: FaceFilter,
  now: Date,
): RawBuilder<SqlBool>[] => [
  ...(status ? [whereStatus(status, now)] : []),
  ...(provider ? [sql<SqlBool>`provider = ${provider}`] : []),
  ...(source ? [sql<SqlBool>`source = ${source}`] : []),
  ...(applicantId ? [sql<SqlBool>`applicant_id = ${applicantId}`] : []),
  ...(externalApplicantId
    ? [
        sql<SqlBool>`applicant_id IN (
          SELECT id FROM applicants WHERE tenant_id = ${tenantId} AND external_applicant_id = ${externalApplicantId}
        )`,
      ]
    : []),
]

/** What `faceStatusAt` says, for the database: that a face has expired is never stored. */
const whereStatus = (status: FaceStatus, now: Date): RawBuilder<SqlBool> => {
  const isOver = sql<SqlBool>`expires_on <= ${now}::timestamptz`
  if (status === 'EXPIRED') return sql<SqlBool>`(status = ANY(${LAPSING_STATUSES}::text[]) AND ${isOver})`
  const isStored = sql<SqlBool>`status = ${status}`
  return LAPSING_STATUSES.includes(status) ? sql`(${isStored} AND ${isOver} IS NOT TRUE)` : isStored
}

import type { listFaceAuthenticationsSchema } from '@visavis/shared/lists-api'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type * as z from 'zod'
import type { KnownFilter } from './read-statements.ts'

type Query = z.output<typeof listFaceAuthenticationsSchema>

/** Of what is known of a face authentication, and so of each attempt at it. */
export const toAuthenticationFilter = (
  query: Omit<Query, 'status' | 'provider' | 'cursor' | 'limit'>,
): KnownFilter => ({
  responseCode: query.response_code,
  userJourneyId: query.user_journey_id,
  applicantId: query.applicant_id,
  externalApplicantId: query.external_applicant_id,
  riskLabel: query.risk_label,
  createdAfter: query.created_after,
  createdBefore: query.created_before,
})

interface Settled<Status> {
  status: Status
  responseCodes: readonly ResponseCode[]
}

/** Whether a row is still one that the filter asks for, as far as time can change it. */
export const isAskedFor = <Status>(
  row: Settled<Status>,
  {
    status = row.status,
    responseCode,
  }: { status?: Status | undefined; responseCode?: ResponseCode | undefined },
): boolean =>
  row.status === status && (responseCode === undefined || row.responseCodes.includes(responseCode))

import type { listApplicantsSchema } from '@visavis/shared/lists-api'
import type * as z from 'zod'
import type { CursorPage, CursorPaged } from '../../storage/paging.ts'
import type { Applicant } from './applicants-repo.ts'
import type { ApplicantsDeps } from './deps.ts'

/** Newest first, as the query asks. */
export const listApplicants = (
  { database }: Pick<ApplicantsDeps, 'database'>,
  tenantId: string,
  query: Omit<z.output<typeof listApplicantsSchema>, 'cursor' | 'limit'>,
  page: CursorPage,
): Promise<CursorPaged<Applicant>> => {
  const filter = {
    externalApplicantId: query.external_applicant_id,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
  }
  return database.applicants.list(tenantId, filter, page)
}

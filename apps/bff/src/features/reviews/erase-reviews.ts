import { type Kysely, type RawBuilder, sql } from 'kysely'
import { toErasedValues } from '../../storage/privacy.ts'
import { REVIEW_OPINION_PRIVACY, type ReviewTables } from './review-row.ts'

const ERASED_VALUES = toErasedValues(REVIEW_OPINION_PRIVACY, {})

/** Part of a statement: nobody reviews any more what is gone. @param subjectIds a list of them, or a query for them */
export const withdrawReviews = (db: Kysely<ReviewTables>, tenantId: string, subjectIds: RawBuilder<string>) =>
  db
    .deleteFrom('reviews')
    .where('tenantId', '=', tenantId)
    .where('status', '=', 'pending')
    .where('subjectId', 'in', sql<string>`(${subjectIds})`)

/** Part of a statement: what people wrote down of the person. Who reviewed, when, and how it ended stays. */
export const forgetReasons = (db: Kysely<ReviewTables>, tenantId: string, subjectIds: RawBuilder<string>) =>
  db
    .updateTable('reviewOpinions')
    .set(ERASED_VALUES)
    .where('tenantId', '=', tenantId)
    .where('subjectId', 'in', sql<string>`(${subjectIds})`)

/** Everything that was ever reviewed of them. */
export const reviewedOf = (tenantId: string, applicantId: string): RawBuilder<string> =>
  sql<string>`SELECT subject_id FROM reviews WHERE tenant_id = ${tenantId} AND applicant_id = ${applicantId}`

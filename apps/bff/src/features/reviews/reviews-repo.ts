import type { Kysely } from 'kysely'
import { columnNames } from '../../storage/privacy.ts'
import {
  REVIEW_COLUMNS,
  REVIEW_OPINION_PRIVACY,
  type Review,
  type ReviewOpinion,
  type ReviewTables,
} from './review-row.ts'

export interface ReviewsRepo {
  /** Sends it to review; once. */
  insert(row: Review): Promise<void>
  get(tenantId: string, subjectId: string): Promise<Review | undefined>
  /** Same, holding the row until the transaction ends. Its subject's row is held before. */
  lock(tenantId: string, subjectId: string): Promise<Review | undefined>
  list(tenantId: string, subjectIds: readonly string[]): Promise<Review[]>
  /** Those that wait, oldest first, and how many there are, counted up to a limit. */
  listPending(
    tenantId: string,
    limits: { rows: number; count: number },
  ): Promise<{ count: number; rows: Review[] }>
  settle(
    review: Pick<Review, 'tenantId' | 'subjectId'>,
    change: Pick<Review, 'status' | 'reasonCode' | 'reviewedOn'>,
  ): Promise<void>
  /** Oldest first. */
  listOpinions(tenantId: string, subjectId: string): Promise<ReviewOpinion[]>
  insertOpinion(row: ReviewOpinion): Promise<void>
}

const OPINION_COLUMNS = columnNames(REVIEW_OPINION_PRIVACY)

export const reviewsRepo = (db: Kysely<ReviewTables>): ReviewsRepo => {
  const ofTenant = (tenantId: string) =>
    db.selectFrom('reviews').select(REVIEW_COLUMNS).where('tenantId', '=', tenantId)
  const pending = (tenantId: string) =>
    db.selectFrom('reviews').where('tenantId', '=', tenantId).where('status', '=', 'pending')
  return {
    insert: async (row) => {
      await db
        .insertInto('reviews')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    get: (tenantId, subjectId) => ofTenant(tenantId).where('subjectId', '=', subjectId).executeTakeFirst(),
    lock: (tenantId, subjectId) =>
      ofTenant(tenantId).where('subjectId', '=', subjectId).forUpdate().executeTakeFirst(),
    list: async (tenantId, subjectIds) =>
      subjectIds.length === 0 ? [] : ofTenant(tenantId).where('subjectId', 'in', subjectIds).execute(),
    listPending: async (tenantId, limits) => {
      const rows = await pending(tenantId)
        .select(REVIEW_COLUMNS)
        .orderBy('createdOn')
        .orderBy('subjectId')
        .limit(limits.rows)
        .execute()
      const { count } = await db
        .selectFrom(pending(tenantId).select('subjectId').limit(limits.count).as('waiting'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return { count: Number(count), rows }
    },
    settle: async ({ tenantId, subjectId }, change) => {
      await db
        .updateTable('reviews')
        .set(change)
        .where('tenantId', '=', tenantId)
        .where('subjectId', '=', subjectId)
        .execute()
    },
    listOpinions: (tenantId, subjectId) =>
      db
        .selectFrom('reviewOpinions')
        .select(OPINION_COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('subjectId', '=', subjectId)
        .orderBy('createdOn')
        .execute(),
    insertOpinion: async (row) => {
      await db.insertInto('reviewOpinions').values(row).execute()
    },
  }
}

import { type Kysely, sql } from 'kysely'
import { type CursorPage, type CursorPaged, type ListOrder, whereListed } from '../../storage/paging.ts'
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
  /** Those that wait, oldest first, and how many there are in all, counted up to a limit. */
  listPending(
    tenantId: string,
    page: CursorPage,
    maxCount: number,
  ): Promise<CursorPaged<Review> & { count: number }>
  settle(
    review: Pick<Review, 'tenantId' | 'subjectId'>,
    change: Pick<Review, 'status' | 'reasonCode' | 'reviewedOn'>,
  ): Promise<void>
  /** Oldest first. */
  listOpinions(tenantId: string, subjectId: string): Promise<ReviewOpinion[]>
  insertOpinion(row: ReviewOpinion): Promise<void>
}

const OPINION_COLUMNS = columnNames(REVIEW_OPINION_PRIVACY)

const OLDEST_FIRST: ListOrder = ({ createdOn, id }) =>
  sql`(created_on, subject_id) > (${createdOn}::timestamptz, ${id}::text)`

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
    listPending: async (tenantId, page, maxCount) => {
      const found = await pending(tenantId)
        .select(REVIEW_COLUMNS)
        .where((eb) => eb.and(whereListed({}, page, OLDEST_FIRST)))
        .orderBy('createdOn')
        .orderBy('subjectId')
        .limit(page.limit + 1)
        .execute()
      const rows = found.slice(0, page.limit)
      const last = found.length > page.limit ? rows.at(-1) : undefined
      const { count } = await db
        .selectFrom(pending(tenantId).select('subjectId').limit(maxCount).as('waiting'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return { count: Number(count), rows, next: last && { createdOn: last.createdOn, id: last.subjectId } }
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

import type { ColumnType, Kysely } from 'kysely'
import type { ErasedCounts } from '../../storage/erased.ts'
import { expectOne } from '../../storage/expect-one.ts'
import type { PrivacyOf } from '../../storage/privacy.ts'
import type { FaceAuthenticationTables } from '../authentications/index.ts'

export interface ErasureReceipt {
  id: string
  tenantId: string
  /** An applicant (`aplt_…`) or a face authentication (`fav_…`). */
  subjectId: string
  erased: ErasedCounts
  createdOn: Date
  /** `null` while face authentications or pictures are still to be erased. */
  completedOn: Date | null
}

export const ERASURE_RECEIPT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  subjectId: 'kept',
  erased: 'kept',
  createdOn: 'kept',
  completedOn: 'kept',
} satisfies PrivacyOf<ErasureReceipt>

export interface ErasureReceiptTables {
  /** JSON goes in as text, which both drivers take for `jsonb`, and comes out parsed. */
  erasureReceipts: Omit<ErasureReceipt, 'erased'> & { erased: ColumnType<ErasedCounts, string, string> }
}

type Tables = ErasureReceiptTables & FaceAuthenticationTables

export interface ErasureReceiptsRepo {
  insert(row: ErasureReceipt): Promise<void>
  get(tenantId: string, subjectId: string): Promise<ErasureReceipt | undefined>
  /** Holding the row until the transaction ends. */
  lock(id: string): Promise<ErasureReceipt | undefined>
  /** Of any tenant: applicants some of whose face authentications are not erased yet, oldest first. */
  listUnfinished(limit: number): Promise<Pick<ErasureReceipt, 'tenantId' | 'subjectId'>[]>
  /** Of any tenant, what a vendor has still to erase included. */
  countUnfinished(): Promise<number>
  /** Writes down how much was erased by now. */
  count(id: string, erased: ErasedCounts): Promise<void>
  complete(id: string, completedOn: Date): Promise<void>
}

export const erasureReceiptsRepo = (db: Kysely<Tables>): ErasureReceiptsRepo => ({
  insert: async ({ erased, ...row }) => {
    await db
      .insertInto('erasureReceipts')
      .values({ ...row, erased: JSON.stringify(erased) })
      .execute()
  },
  get: (tenantId, subjectId) =>
    db
      .selectFrom('erasureReceipts')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .where('subjectId', '=', subjectId)
      .executeTakeFirst(),
  lock: (id) =>
    db.selectFrom('erasureReceipts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
  listUnfinished: (limit) =>
    db
      .selectFrom('erasureReceipts')
      .select(['tenantId', 'subjectId'])
      .where('completedOn', 'is', null)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('faceAuthentications')
            .select('faceAuthentications.id')
            .whereRef('faceAuthentications.tenantId', '=', 'erasureReceipts.tenantId')
            .whereRef('faceAuthentications.applicantId', '=', 'erasureReceipts.subjectId')
            .where('faceAuthentications.anonymizedOn', 'is', null),
        ),
      )
      .orderBy('createdOn')
      .limit(limit)
      .execute(),
  countUnfinished: async () => {
    const { unfinished } = await db
      .selectFrom('erasureReceipts')
      .where('completedOn', 'is', null)
      .select(({ fn }) => fn.countAll<number>().as('unfinished'))
      .executeTakeFirstOrThrow()
    return unfinished
  },
  count: async (id, erased) => {
    await db
      .updateTable('erasureReceipts')
      .set({ erased: JSON.stringify(erased) })
      .where('id', '=', id)
      .execute()
  },
  complete: async (id, completedOn) => {
    const result = await db
      .updateTable('erasureReceipts')
      .set({ completedOn })
      .where('id', '=', id)
      .executeTakeFirst()
    expectOne('erasure receipt', result)
  },
})

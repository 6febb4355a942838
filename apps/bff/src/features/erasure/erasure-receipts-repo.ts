import type { ColumnType, Kysely } from 'kysely'
import type { ErasedCounts } from '../../storage/erased.ts'
import { expectOne } from '../../storage/expect-one.ts'
import type { PrivacyOf } from '../../storage/privacy.ts'

export interface ErasureReceipt {
  id: string
  tenantId: string
  /** An applicant (`aplt_…`) or a face authentication (`fav_…`). */
  subjectId: string
  erased: ErasedCounts
  createdOn: Date
  /** `null` while pictures are still being removed from the store. */
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
  erasureReceipts: Omit<ErasureReceipt, 'erased'> & { erased: ColumnType<ErasedCounts, string, never> }
}

export interface ErasureReceiptsRepo {
  insert(row: ErasureReceipt): Promise<void>
  get(tenantId: string, subjectId: string): Promise<ErasureReceipt | undefined>
  complete(id: string, completedOn: Date): Promise<void>
}

export const erasureReceiptsRepo = (db: Kysely<ErasureReceiptTables>): ErasureReceiptsRepo => ({
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
  complete: async (id, completedOn) => {
    const result = await db
      .updateTable('erasureReceipts')
      .set({ completedOn })
      .where('id', '=', id)
      .executeTakeFirst()
    expectOne('erasure receipt', result)
  },
})

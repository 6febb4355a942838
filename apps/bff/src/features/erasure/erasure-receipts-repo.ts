import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { ErasureReceipt } from '../../storage/types.ts'

export interface ErasureReceiptsRepo {
  insert(row: ErasureReceipt): Promise<void>
  get(tenantId: string, subjectId: string): Promise<ErasureReceipt | undefined>
  complete(id: string, completedOn: Date): Promise<void>
}

export const erasureReceiptsRepo = (db: Handle): ErasureReceiptsRepo => ({
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

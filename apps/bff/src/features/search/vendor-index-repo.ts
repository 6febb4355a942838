import type { Kysely } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

export interface VendorIndexTables {
  vendorIndexEntries: VendorIndexEntry
}

/** A face in an index that a vendor keeps. */
export interface VendorIndexEntry {
  id: string
  tenantId: string
  /** By whose settings the vendor is reached. */
  userJourneyId: string
  /** The journey may have changed to another one since. */
  provider: string
  /** What the vendor calls it. */
  vendorEntry: string
  /** What the partner calls it. */
  reference: string | null
  /** The vendor still has the picture, as far as we know. */
  hasPicture: boolean
  createdOn: Date
}

export const VENDOR_INDEX_ENTRY_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  userJourneyId: 'kept',
  provider: 'kept',
  vendorEntry: 'kept',
  reference: 'kept',
  hasPicture: 'kept',
  createdOn: 'kept',
} satisfies PrivacyOf<VendorIndexEntry>

export interface VendorIndexRepo {
  /** Unless the vendor's entry is known under that journey. @returns what is kept: `row`, or the one before */
  remember(row: VendorIndexEntry): Promise<VendorIndexEntry>
  get(tenantId: string, id: string): Promise<VendorIndexEntry | undefined>
  forgetPicture(tenantId: string, id: string): Promise<void>
  delete(tenantId: string, id: string): Promise<void>
}

const COLUMNS = columnNames(VENDOR_INDEX_ENTRY_PRIVACY)

export const vendorIndexRepo = (db: Kysely<VendorIndexTables>): VendorIndexRepo => ({
  remember: async (row) => {
    await db
      .insertInto('vendorIndexEntries')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'userJourneyId', 'provider', 'vendorEntry']).doNothing(),
      )
      .execute()
    return db
      .selectFrom('vendorIndexEntries')
      .select(COLUMNS)
      .where('tenantId', '=', row.tenantId)
      .where('userJourneyId', '=', row.userJourneyId)
      .where('provider', '=', row.provider)
      .where('vendorEntry', '=', row.vendorEntry)
      .executeTakeFirstOrThrow()
  },
  get: (tenantId, id) =>
    db
      .selectFrom('vendorIndexEntries')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst(),
  forgetPicture: async (tenantId, id) => {
    await db
      .updateTable('vendorIndexEntries')
      .set({ hasPicture: false })
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .execute()
  },
  delete: async (tenantId, id) => {
    await db.deleteFrom('vendorIndexEntries').where('tenantId', '=', tenantId).where('id', '=', id).execute()
  },
})

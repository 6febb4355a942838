import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

/** A face that was made at a vendor for us. */
export interface VendorFaceRow {
  /** The face may be gone already. */
  faceId: string
  tenantId: string
  applicantId: string
  userJourneyId: string
  provider: string
  /** What the vendor calls the person, where it was told. */
  owner: string | null
  reference: string
  /** `erasing`: still to be deleted at the vendor. */
  status: 'kept' | 'erasing'
  nextLookOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export const VENDOR_FACE_PRIVACY = {
  faceId: 'kept',
  tenantId: 'kept',
  applicantId: 'kept',
  userJourneyId: 'kept',
  provider: 'kept',
  owner: 'personal',
  reference: 'personal',
  status: 'kept',
  nextLookOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<VendorFaceRow>

export type VendorFaceRef = Pick<VendorFaceRow, 'tenantId' | 'faceId'> & { nextLookOn: Date }

export interface VendorFacesRepo {
  insert(row: VendorFaceRow): Promise<void>
  get(tenantId: string, faceId: string): Promise<VendorFaceRow | undefined>
  markErasing(tenantId: string, faceIds: readonly string[], now: Date): Promise<VendorFaceRef[]>
  /** Whether the vendor still has a face of that applicant to delete. */
  isErasing(tenantId: string, applicantId: string): Promise<boolean>
  postpone(faceId: string, nextLookOn: Date): Promise<void>
  delete(faceId: string): Promise<void>
  /** Those of any tenant that should have been deleted before `before`. */
  listOverdue(before: Date, limit: number): Promise<VendorFaceRef[]>
}

export interface VendorFaceTables {
  vendorFaces: VendorFaceRow
}

const COLUMNS = columnNames(VENDOR_FACE_PRIVACY)

export const vendorFacesRepo = (db: Kysely<VendorFaceTables>): VendorFacesRepo => ({
  insert: async (row) => {
    await db.insertInto('vendorFaces').values(row).execute()
  },
  get: (tenantId, faceId) =>
    db
      .selectFrom('vendorFaces')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('faceId', '=', faceId)
      .executeTakeFirst(),
  markErasing: async (tenantId, faceIds, now) => {
    const rows = await db
      .updateTable('vendorFaces')
      .set({ status: 'erasing', nextLookOn: now, modifiedOn: now })
      .where('tenantId', '=', tenantId)
      .where('faceId', '=', sql<string>`any(${faceIds}::text[])`)
      .returning(['tenantId', 'faceId'])
      .execute()
    return rows.map((row) => ({ ...row, nextLookOn: now }))
  },
  isErasing: async (tenantId, applicantId) => {
    const row = await db
      .selectFrom('vendorFaces')
      .select('faceId')
      .where('tenantId', '=', tenantId)
      .where('applicantId', '=', applicantId)
      .where('status', '=', 'erasing')
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  },
  postpone: async (faceId, nextLookOn) => {
    await db
      .updateTable('vendorFaces')
      .set({ nextLookOn })
      .where('faceId', '=', faceId)
      .where('status', '=', 'erasing')
      .execute()
  },
  delete: async (faceId) => {
    await db.deleteFrom('vendorFaces').where('faceId', '=', faceId).execute()
  },
  listOverdue: async (before, limit) => {
    const rows = await db
      .selectFrom('vendorFaces')
      .select(['tenantId', 'faceId', 'nextLookOn'])
      .where('nextLookOn', '<=', before)
      .orderBy('nextLookOn')
      .limit(limit)
      .execute()
    return rows.flatMap(({ nextLookOn, ...row }): VendorFaceRef[] =>
      nextLookOn ? [{ ...row, nextLookOn }] : [],
    )
  },
})

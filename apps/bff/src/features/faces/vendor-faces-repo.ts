import { sql } from 'kysely'
import type { Handle } from '../../storage/schema.ts'
import type { VendorFaceRef, VendorFaceRow, VendorFacesRepository } from '../capture/hosted/vendor-types.ts'

const COLUMNS = [
  'faceId',
  'tenantId',
  'applicantId',
  'userJourneyId',
  'provider',
  'owner',
  'reference',
  'status',
  'nextLookOn',
  'createdOn',
  'modifiedOn',
] satisfies (keyof VendorFaceRow)[]

export const vendorFacesRepo = (db: Handle): VendorFacesRepository => ({
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

import { sql } from 'kysely'
import { expectOne } from '../../../storage/expect-one.ts'
import type { Handle } from '../../../storage/schema.ts'
import type { VendorCapture, VendorCaptureRef, VendorCapturesRepository } from './vendor-types.ts'

const COLUMNS = [
  'attemptId',
  'tenantId',
  'applicantId',
  'faceAuthenticationId',
  'userJourneyId',
  'provider',
  'status',
  'claimedUntil',
  'vendorSession',
  'stateSealed',
  'stepSealed',
  'returnHash',
  'readOn',
  'nextLookOn',
  'giveUpOn',
  'createdOn',
  'modifiedOn',
] satisfies (keyof VendorCapture)[]

export const vendorCapturesRepo = (db: Handle): VendorCapturesRepository => {
  const select = () => db.selectFrom('vendorCaptures').select(COLUMNS)
  return {
    claimStart: async (row, now) => {
      const { attemptId, ...fresh } = row
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('vendorCaptures')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('attemptId')
            .doUpdateSet(fresh)
            .where('vendorCaptures.status', '=', 'starting')
            .where('vendorCaptures.claimedUntil', '<=', now),
        )
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    releaseStart: async (attemptId) => {
      await db
        .deleteFrom('vendorCaptures')
        .where('attemptId', '=', attemptId)
        .where('status', '=', 'starting')
        .execute()
    },
    get: (tenantId, attemptId) =>
      select().where('tenantId', '=', tenantId).where('attemptId', '=', attemptId).executeTakeFirst(),
    find: (attemptId) => select().where('attemptId', '=', attemptId).executeTakeFirst(),
    findBySession: (userJourneyId, provider, vendorSession) =>
      select()
        .where('userJourneyId', '=', userJourneyId)
        .where('vendorSession', '=', vendorSession)
        .where('provider', '=', provider)
        .orderBy('createdOn', 'desc')
        .limit(1)
        .executeTakeFirst(),
    claimRead: async (attemptId, { notSince, now }) => {
      const { numUpdatedRows } = await db
        .updateTable('vendorCaptures')
        .set({ readOn: now })
        .where('attemptId', '=', attemptId)
        .where('status', '=', 'open')
        .where(({ eb, or }) => or([eb('readOn', 'is', null), eb('readOn', '<=', notSince)]))
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    consumeReturn: async (attemptId, { nonceHash, pageHash }, now) => {
      const { numUpdatedRows } = await db
        .updateTable('vendorCaptures')
        .set({ returnHash: pageHash, modifiedOn: now })
        .where('attemptId', '=', attemptId)
        .where('returnHash', '=', nonceHash)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    update: async (attemptId, change, modifiedOn) => {
      const result = await db
        .updateTable('vendorCaptures')
        .set({ ...change, modifiedOn })
        .where('attemptId', '=', attemptId)
        .executeTakeFirst()
      expectOne('vendor capture', result)
    },
    markErasing: async (tenantId, attemptIds, now) => {
      const rows = await db
        .updateTable('vendorCaptures')
        .set({ status: 'erasing', nextLookOn: now, returnHash: null, modifiedOn: now })
        .where('tenantId', '=', tenantId)
        .where('attemptId', '=', sql<string>`any(${attemptIds}::text[])`)
        .where('status', '!=', 'starting')
        .returning(['tenantId', 'attemptId'])
        .execute()
      return rows.map((row) => ({ ...row, nextLookOn: now }))
    },
    isErasing: async (tenantId, subjectId) => {
      const row = await db
        .selectFrom('vendorCaptures')
        .select('attemptId')
        .where('tenantId', '=', tenantId)
        .where('status', '=', 'erasing')
        .where(({ eb, or }) =>
          or([eb('faceAuthenticationId', '=', subjectId), eb('applicantId', '=', subjectId)]),
        )
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    delete: async (attemptId) => {
      await db.deleteFrom('vendorCaptures').where('attemptId', '=', attemptId).execute()
    },
    listOverdue: async (before, limit) => {
      const rows = await db
        .selectFrom('vendorCaptures')
        .select(['tenantId', 'attemptId', 'nextLookOn'])
        .where('nextLookOn', '<=', before)
        .orderBy('nextLookOn')
        .limit(limit)
        .execute()
      return rows.flatMap(({ nextLookOn, ...row }): VendorCaptureRef[] =>
        nextLookOn ? [{ ...row, nextLookOn }] : [],
      )
    },
  }
}

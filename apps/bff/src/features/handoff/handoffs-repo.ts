import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { Handoff, HandoffsRepo } from './handoff-types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'attemptId',
  'faceEnrollmentId',
  'state',
  'number',
  'tries',
  'digitsHash',
  'followerHash',
  'sourceBrowser',
  'sourceSystem',
  'expiresOn',
] satisfies (keyof Handoff)[]

export const handoffsRepo = (db: Handle): HandoffsRepo => {
  const all = () => db.selectFrom('handoffs').select(COLUMNS)
  return {
    put: async (row) => {
      const { attemptId, faceEnrollmentId, tenantId } = row
      await db
        .deleteFrom('handoffs')
        .where('tenantId', '=', tenantId)
        .where((where) =>
          where.or([where('attemptId', '=', attemptId), where('faceEnrollmentId', '=', faceEnrollmentId)]),
        )
        .execute()
      await db.insertInto('handoffs').values(row).execute()
    },
    findByOwner: ({ tenantId, attemptId, faceEnrollmentId }) =>
      all()
        .where('tenantId', '=', tenantId)
        .where((where) =>
          where.or([where('attemptId', '=', attemptId), where('faceEnrollmentId', '=', faceEnrollmentId)]),
        )
        .executeTakeFirst(),
    find: (id) => all().where('id', '=', id).executeTakeFirst(),
    findByFollower: (followerHash) => all().where('followerHash', '=', followerHash).executeTakeFirst(),
    findByDigits: (digitsHash, now) =>
      all()
        .where('digitsHash', '=', digitsHash)
        .where('state', '=', 'waiting')
        .where('expiresOn', '>', now)
        .executeTakeFirst(),
    isDigitStringTaken: async (digitsHash) => {
      const row = await db
        .selectFrom('handoffs')
        .select('id')
        .where('digitsHash', '=', digitsHash)
        .executeTakeFirst()
      return row !== undefined
    },
    update: async (id, change) => {
      expectOne(
        'hand-off',
        await db.updateTable('handoffs').set(change).where('id', '=', id).executeTakeFirst(),
      )
    },
    deleteExpired: async (now) => {
      await db.deleteFrom('handoffs').where('expiresOn', '<=', now).execute()
    },
  }
}

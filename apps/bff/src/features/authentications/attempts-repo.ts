import { type AttemptStatus, FAILED_ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { Attempt, Repositories } from '../../storage/types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'faceAuthenticationId',
  'status',
  'responseCodes',
  'event',
  'redirectUrl',
  'residenceCountry',
  'language',
  'locale',
  'digitStringHash',
  'captureTokenHash',
  'expiresOn',
  'consentOn',
  'captureCount',
  'uploadId',
  'ipAddress',
  'createdOn',
  'modifiedOn',
] satisfies (keyof Attempt)[]

/** The same three as in the index `attempts_one_open`. */
const OPEN: AttemptStatus[] = ['pending_redirection', 'capture_in_progress', 'checks_in_progress']

/** The same two as in the index `attempts_due` and in `links/lifetime-rules.ts`. */
const ENDED_BY_TIME: AttemptStatus[] = ['pending_redirection', 'capture_in_progress']

export const attemptsRepo = (db: Handle): Repositories['attempts'] => {
  const ofAuthentication = (tenantId: string, faceAuthenticationId: string) =>
    db
      .selectFrom('attempts')
      .where('tenantId', '=', tenantId)
      .where('faceAuthenticationId', '=', faceAuthenticationId)
  return {
    insert: async (row) => {
      await db.insertInto('attempts').values(row).execute()
    },
    get: (tenantId, faceAuthenticationId, id) =>
      ofAuthentication(tenantId, faceAuthenticationId)
        .select(COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst(),
    find: (tenantId, id) =>
      db
        .selectFrom('attempts')
        .select(COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst(),
    findByToken: (captureTokenHash) =>
      db
        .selectFrom('attempts')
        .select(COLUMNS)
        .where('captureTokenHash', '=', captureTokenHash)
        .executeTakeFirst(),
    findByDigitString: (digitStringHash, now) =>
      db
        .selectFrom('attempts')
        .select(COLUMNS)
        .where('digitStringHash', '=', digitStringHash)
        .where('status', '=', 'pending_redirection')
        .where('expiresOn', '>', now)
        .executeTakeFirst(),
    isDigitStringTaken: async (digitStringHash) => {
      const row = await db
        .selectFrom('attempts')
        .select('id')
        .where('digitStringHash', '=', digitStringHash)
        .where('status', '=', 'pending_redirection')
        .executeTakeFirst()
      return row !== undefined
    },
    list: async (tenantId, faceAuthenticationId, { skip, limit }) => {
      const all = ofAuthentication(tenantId, faceAuthenticationId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    listAll: (tenantId, faceAuthenticationId) =>
      ofAuthentication(tenantId, faceAuthenticationId).select(COLUMNS).orderBy('position').execute(),
    findOpen: (tenantId, faceAuthenticationId) =>
      ofAuthentication(tenantId, faceAuthenticationId)
        .select(COLUMNS)
        .where('status', 'in', OPEN)
        .executeTakeFirst(),
    listDue: (now, limit) =>
      db
        .selectFrom('attempts')
        .select(['tenantId', 'faceAuthenticationId'])
        .where('status', 'in', ENDED_BY_TIME)
        .where('expiresOn', '<=', now)
        .orderBy('expiresOn')
        .limit(limit)
        .execute(),
    countFailed: async (tenantId, faceAuthenticationId) => {
      const { count } = await ofAuthentication(tenantId, faceAuthenticationId)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('status', 'in', FAILED_ATTEMPT_STATUSES)
        .executeTakeFirstOrThrow()
      return count
    },
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('attempts')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('attempt', result)
    },
  }
}

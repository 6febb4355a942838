import { type AttemptStatus, FAILED_ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { type Kysely, sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Page, Paged } from '../../storage/paging.ts'
import type { UserJourneyTables } from '../journeys/index.ts'
import type { AssetTables } from '../pictures/index.ts'
import { ATTEMPT_COLUMNS, type Attempt, type AttemptTables, OPEN_ATTEMPT_STATUSES } from './attempt-row.ts'
import type { FaceAuthenticationTables } from './face-authentications-repo.ts'

export interface AttemptsRepo {
  insert(row: Attempt): Promise<void>
  get(tenantId: string, faceAuthenticationId: string, id: string): Promise<Attempt | undefined>
  /** By its id alone, whichever face authentication it belongs to. */
  find(tenantId: string, id: string): Promise<Attempt | undefined>
  /** By the hash of its capture token; crosses tenants, the token stands for them. */
  findByToken(captureTokenHash: Uint8Array): Promise<Attempt | undefined>
  /** The unopened, unexpired attempt behind a digit string; crosses tenants, nobody types theirs. */
  findByDigitString(digitStringHash: Uint8Array, now: Date): Promise<Attempt | undefined>
  /** By an unopened attempt or a waiting hand-off of anyone, even one whose time is up: digits lead to one place. */
  isDigitStringTaken(digitStringHash: Uint8Array): Promise<boolean>
  /** Oldest first. */
  list(tenantId: string, faceAuthenticationId: string, page: Page): Promise<Paged<Attempt>>
  /** Every one of them, oldest first. */
  listAll(tenantId: string, faceAuthenticationId: string): Promise<Attempt[]>
  /** The attempt that is not over, if any. */
  findOpen(tenantId: string, faceAuthenticationId: string): Promise<Attempt | undefined>
  /** Open ones of any tenant whose time is up, longest ago first. */
  listDue(now: Date, limit: number): Promise<Pick<Attempt, 'tenantId' | 'faceAuthenticationId'>[]>
  /** Ids of finished pictures of attempts, of any tenant, kept as long as their journey keeps them; oldest first. */
  listExpiredPictures(now: Date, limit: number): Promise<string[]>
  /** How many ended without a verdict; those that a newer one replaced are not counted. */
  countFailed(tenantId: string, faceAuthenticationId: string): Promise<number>
  update(
    id: string,
    change: Partial<
      Pick<
        Attempt,
        | 'status'
        | 'responseCodes'
        | 'event'
        | 'expiresOn'
        | 'consentOn'
        | 'captureCount'
        | 'uploadId'
        | 'ipAddress'
        | 'redirectUrl'
        | 'residenceCountry'
        | 'language'
        | 'locale'
        | 'captureTokenHash'
        | 'digitStringHash'
      >
    >,
    modifiedOn: Date,
  ): Promise<void>
}

/** What is read of a table that belongs to the room of hand-offs. */
interface HandoffDigits {
  handoffs: { id: string; digitsHash: Uint8Array | null }
}

/** The same two as in the index `attempts_due` and in `links/lifetime-rules.ts`. */
const ENDED_BY_TIME: AttemptStatus[] = ['pending_redirection', 'capture_in_progress']

export const attemptsRepo = (
  db: Kysely<AttemptTables & AssetTables & FaceAuthenticationTables & HandoffDigits & UserJourneyTables>,
): AttemptsRepo => {
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
        .select(ATTEMPT_COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst(),
    find: (tenantId, id) =>
      db
        .selectFrom('attempts')
        .select(ATTEMPT_COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst(),
    findByToken: (captureTokenHash) =>
      db
        .selectFrom('attempts')
        .select(ATTEMPT_COLUMNS)
        .where('captureTokenHash', '=', captureTokenHash)
        .executeTakeFirst(),
    findByDigitString: (digitStringHash, now) =>
      db
        .selectFrom('attempts')
        .select(ATTEMPT_COLUMNS)
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
        .unionAll(db.selectFrom('handoffs').select('id').where('digitsHash', '=', digitStringHash))
        .executeTakeFirst()
      return row !== undefined
    },
    list: async (tenantId, faceAuthenticationId, { skip, limit }) => {
      const all = ofAuthentication(tenantId, faceAuthenticationId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(ATTEMPT_COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    listAll: (tenantId, faceAuthenticationId) =>
      ofAuthentication(tenantId, faceAuthenticationId).select(ATTEMPT_COLUMNS).orderBy('position').execute(),
    findOpen: (tenantId, faceAuthenticationId) =>
      ofAuthentication(tenantId, faceAuthenticationId)
        .select(ATTEMPT_COLUMNS)
        .where('status', 'in', OPEN_ATTEMPT_STATUSES)
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
    listExpiredPictures: async (now, limit) => {
      const rows = await db
        .selectFrom('assets')
        .innerJoin('attempts', 'attempts.id', 'assets.ownerId')
        .innerJoin('faceAuthentications', 'faceAuthentications.id', 'attempts.faceAuthenticationId')
        .innerJoin('userJourneys', 'userJourneys.id', 'faceAuthentications.userJourneyId')
        .select('assets.id')
        .where('assets.status', '=', 'stored')
        .where(
          'assets.createdOn',
          '<',
          sql<Date>`${now}::timestamptz - make_interval(days => retention_days)`,
        )
        .orderBy('assets.createdOn')
        .limit(limit)
        .execute()
      return rows.map((row) => row.id)
    },
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

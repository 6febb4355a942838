import { type AttemptStatus, FAILED_ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { type Kysely, sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import {
  type CursorPage,
  type CursorPaged,
  type Page,
  type Paged,
  toCursorPaged,
} from '../../storage/paging.ts'
import type { ApplicantTables } from '../applicants/index.ts'
import type { UserJourneyTables } from '../journeys/index.ts'
import type { AssetTables } from '../pictures/index.ts'
import { ATTEMPT_COLUMNS, type Attempt, type AttemptTables, OPEN_ATTEMPT_STATUSES } from './attempt-row.ts'
import type { DecisionTables } from './decisions-repo.ts'
import { eraseAttempts } from './erase-attempts.ts'
import type { FaceAuthenticationTables } from './face-authentication-row.ts'
import { type ForgetScope, type Forgotten, forgetMetadata } from './forget-metadata.ts'
import {
  type AttemptFilter,
  type ListedAttempt,
  type ReadAttempt,
  selectListedAttempts,
  selectReadAttempts,
  toListedAttempt,
  toReadAttempt,
} from './read-attempt-statements.ts'

export interface AttemptsRepo {
  insert(row: Attempt): Promise<void>
  get(tenantId: string, faceAuthenticationId: string, id: string): Promise<Attempt | undefined>
  /** Same as `get`, with what it was decided on. */
  read(tenantId: string, faceAuthenticationId: string, id: string): Promise<ReadAttempt | undefined>
  /** By its id alone, whichever face authentication it belongs to. */
  find(tenantId: string, id: string): Promise<Attempt | undefined>
  /** By the hash of its capture token; crosses tenants, the token stands for them. */
  findByToken(captureTokenHash: Uint8Array): Promise<Attempt | undefined>
  /** The unopened, unexpired attempt behind a digit string; crosses tenants, nobody types theirs. */
  findByDigitString(digitStringHash: Uint8Array, now: Date): Promise<Attempt | undefined>
  /** By an unopened attempt or a waiting hand-off of anyone, even one whose time is up: digits lead to one place. */
  isDigitStringTaken(digitStringHash: Uint8Array): Promise<boolean>
  /** Oldest first. */
  list(tenantId: string, faceAuthenticationId: string, page: Page): Promise<Paged<ReadAttempt>>
  /** Whichever face authentication they belong to, newest first: one statement, no lock. */
  listNewest(tenantId: string, filter: AttemptFilter, page: CursorPage): Promise<CursorPaged<ListedAttempt>>
  /** Every one of them, oldest first. */
  listAll(tenantId: string, faceAuthenticationId: string): Promise<Attempt[]>
  /** Ids of all attempts at these. */
  listIds(tenantId: string, faceAuthenticationIds: readonly string[]): Promise<string[]>
  /** The attempts at these that are not over. */
  listOpen(tenantId: string, faceAuthenticationIds: readonly string[]): Promise<Attempt[]>
  /** The attempt that is not over, if any. */
  findOpen(tenantId: string, faceAuthenticationId: string): Promise<Attempt | undefined>
  /** Open ones of any tenant whose time is up, longest ago first. */
  listDue(now: Date, limit: number): Promise<Pick<Attempt, 'tenantId' | 'faceAuthenticationId'>[]>
  /** Ids of finished pictures and videos of attempts, of any tenant, kept as long as their journey keeps them; oldest first. */
  listExpiredPictures(now: Date, limit: number): Promise<string[]>
  /** How many ended without a verdict; those that a newer one replaced are not counted. */
  countFailed(tenantId: string, faceAuthenticationId: string): Promise<number>
  /** The same for each of these; those without any are left out. */
  countFailedEach(
    tenantId: string,
    faceAuthenticationIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>
  /**
   * Says that its upload is being compared, and gives the attempt that long. One statement, which waits for whoever holds
   * the face authentication. @returns whether that upload is still wanted
   */
  beginComparison(
    attempt: Pick<Attempt, 'id' | 'tenantId' | 'faceAuthenticationId'>,
    uploadId: string,
    span: { now: Date; until: Date },
  ): Promise<boolean>
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
        | 'consent'
        | 'captureCount'
        | 'retryReasons'
        | 'client'
        | 'cameraOn'
        | 'course'
        | 'uploadId'
        | 'comparingUntil'
        | 'ipAddress'
        | 'redirectUrl'
        | 'residenceCountry'
        | 'language'
        | 'locale'
        | 'captureTokenHash'
        | 'deviceKeyHash'
        | 'digitStringHash'
      >
    >,
    modifiedOn: Date,
  ): Promise<void>
  /** The same change to each. */
  updateAll(
    ids: readonly string[],
    change: Partial<Pick<Attempt, 'status' | 'responseCodes' | 'event' | 'uploadId' | 'comparingUntil'>>,
    modifiedOn: Date,
  ): Promise<void>
  /** A step of `forgetMetadata`. Inside a transaction. */
  forgetMetadata(scope: ForgetScope): Promise<Forgotten>
  /** Empties what is personal in all attempts at these. @returns how many fields held something */
  erase(tenantId: string, faceAuthenticationIds: readonly string[], now: Date): Promise<number>
}

/** What is read of a table that belongs to the room of hand-offs. */
interface HandoffDigits {
  handoffs: { id: string; digitsHash: Uint8Array | null }
}

/** The same two as in the index `attempts_due` and in `links/lifetime-rules.ts`. */
const ENDED_BY_TIME: AttemptStatus[] = ['pending_redirection', 'capture_in_progress']

export const attemptsRepo = (
  db: Kysely<
    AttemptTables &
      ApplicantTables &
      AssetTables &
      DecisionTables &
      FaceAuthenticationTables &
      HandoffDigits &
      UserJourneyTables
  >,
): AttemptsRepo => {
  const ofAuthentication = (tenantId: string, faceAuthenticationId: string) =>
    db
      .selectFrom('attempts')
      .where('tenantId', '=', tenantId)
      .where('faceAuthenticationId', '=', faceAuthenticationId)
  const ofAll = (tenantId: string, faceAuthenticationIds: readonly string[]) =>
    db
      .selectFrom('attempts')
      .where('tenantId', '=', tenantId)
      .where('faceAuthenticationId', '=', sql<string>`any(${faceAuthenticationIds}::text[])`)
  return {
    insert: async (row) => {
      await db.insertInto('attempts').values(row).execute()
    },
    get: (tenantId, faceAuthenticationId, id) =>
      ofAuthentication(tenantId, faceAuthenticationId)
        .select(ATTEMPT_COLUMNS)
        .where('id', '=', id)
        .executeTakeFirst(),
    read: async (tenantId, faceAuthenticationId, id) => {
      const one = ofAuthentication(tenantId, faceAuthenticationId)
        .select(ATTEMPT_COLUMNS)
        .where('id', '=', id)
      const row = await selectReadAttempts(db, one).executeTakeFirst()
      return row && toReadAttempt(row)
    },
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
      const inOrder = all
        .select(ATTEMPT_COLUMNS)
        .select('position')
        .orderBy('position')
        .offset(skip)
        .limit(limit)
      const rows = await selectReadAttempts(db, inOrder).orderBy(sql.ref('a.position'), 'asc').execute()
      return { totalCount, rows: rows.map(toReadAttempt) }
    },
    listNewest: async (tenantId, filter, page) => {
      const rows = await selectListedAttempts(db, tenantId, filter, page).execute()
      const { rows: listed, next } = toCursorPaged(rows, page)
      return { rows: listed.map(toListedAttempt), next }
    },
    listIds: async (tenantId, faceAuthenticationIds) => {
      const rows = await ofAll(tenantId, faceAuthenticationIds).select('id').execute()
      return rows.map((row) => row.id)
    },
    listOpen: (tenantId, faceAuthenticationIds) =>
      ofAll(tenantId, faceAuthenticationIds)
        .select(ATTEMPT_COLUMNS)
        .where('status', 'in', OPEN_ATTEMPT_STATUSES)
        .execute(),
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
          sql<Date>`${now}::timestamptz - make_interval(days =>
            CASE WHEN assets.type = 'face_image' THEN retention_days ELSE liveness_evidence_days END)`,
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
    countFailedEach: async (tenantId, faceAuthenticationIds) => {
      const rows = await ofAll(tenantId, faceAuthenticationIds)
        .select(({ fn }) => ['faceAuthenticationId', fn.countAll<number>().as('count')])
        .where('status', 'in', FAILED_ATTEMPT_STATUSES)
        .groupBy('faceAuthenticationId')
        .execute()
      return new Map(rows.map((row) => [row.faceAuthenticationId, row.count]))
    },
    beginComparison: async ({ id, tenantId, faceAuthenticationId }, uploadId, { now, until }) => {
      const { rows } = await sql`
        WITH held AS MATERIALIZED (
          SELECT id FROM face_authentications
          WHERE tenant_id = ${tenantId} AND id = ${faceAuthenticationId} FOR UPDATE
        )
        UPDATE attempts SET
          comparing_until = ${until}::timestamptz, expires_on = greatest(expires_on, ${until}::timestamptz),
          modified_on = ${now}::timestamptz
        FROM held
        WHERE attempts.id = ${id} AND attempts.tenant_id = ${tenantId} AND attempts.face_authentication_id = held.id
          AND status = 'capture_in_progress' AND upload_id = ${uploadId} AND expires_on > ${now}::timestamptz
        RETURNING attempts.id
        `.execute(db)
      return rows.length === 1
    },
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('attempts')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('attempt', result)
    },
    updateAll: async (ids, change, modifiedOn) => {
      await db
        .updateTable('attempts')
        .set({ ...change, modifiedOn })
        .where('id', '=', sql<string>`any(${ids}::text[])`)
        .execute()
    },
    forgetMetadata: (scope) => forgetMetadata(db, scope),
    erase: (tenantId, faceAuthenticationIds, now) => eraseAttempts(db, tenantId, faceAuthenticationIds, now),
  }
}

import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { expectOne } from '../../../storage/expect-one.ts'
import { splitJoined, toJoined } from '../../../storage/joined-row.ts'
import { columnNames, type PrivacyOf } from '../../../storage/privacy.ts'
import { ATTEMPT_COLUMNS, type Attempt, type AttemptTables } from '../../authentications/index.ts'

export type VendorCaptureStatus =
  /** Somebody is asking the vendor for a capture. */
  | 'starting'
  /** With the person, or with the vendor's checks. */
  | 'open'
  /** Decided; its pictures are still to be fetched. */
  | 'media'
  | 'over'
  /** What the vendor has is still to be erased. */
  | 'erasing'

/** A live capture that a vendor takes for an attempt. */
export interface VendorCapture {
  attemptId: string
  tenantId: string
  applicantId: string
  faceAuthenticationId: string
  userJourneyId: string
  /** The journey may have changed to another one since. */
  provider: string
  status: VendorCaptureStatus
  /** With `starting` only: later, whoever was at it died. */
  claimedUntil: Date | null
  /** What the vendor's webhooks call it. */
  vendorSession: string | null
  /** What the adapter remembers; only `vendor-captures.ts` opens it. */
  stateSealed: Uint8Array | null
  /** What the browser does next; may hold a vendor's token. */
  stepSealed: Uint8Array | null
  /** SHA-256 of what makes the way back work once; once it was used, of the token of the page it led to. */
  returnHash: Uint8Array | null
  /** When the vendor was last asked. */
  readOn: Date | null
  /** SHA-256, hexadecimal, of each of the vendor's events that made somebody ask. */
  seenEvents: readonly string[]
  /** When a job looks at it next; set exactly in the states that wait for one. */
  nextLookOn: Date | null
  /** A verdict that is not there by then does not come any more. */
  giveUpOn: Date
  createdOn: Date
  modifiedOn: Date
}

export const VENDOR_CAPTURE_PRIVACY = {
  attemptId: 'kept',
  tenantId: 'kept',
  applicantId: 'kept',
  faceAuthenticationId: 'kept',
  userJourneyId: 'kept',
  provider: 'kept',
  status: 'kept',
  claimedUntil: 'kept',
  vendorSession: 'personal',
  stateSealed: 'personal',
  stepSealed: 'personal',
  returnHash: 'kept',
  readOn: 'kept',
  seenEvents: 'kept',
  nextLookOn: 'kept',
  giveUpOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<VendorCapture>

export type VendorCaptureRef = Pick<VendorCapture, 'tenantId' | 'attemptId'> & { nextLookOn: Date }

export interface VendorCapturesRepo {
  /**
   * Takes the start of an attempt's capture, so that nobody else asks the vendor for a second one.
   * @returns whether it was free: not there, or left by somebody who died
   */
  claimStart(row: VendorCapture, now: Date): Promise<boolean>
  /** Gives a claimed start back. */
  releaseStart(attemptId: string): Promise<void>
  get(tenantId: string, attemptId: string): Promise<VendorCapture | undefined>
  /** Same, with its attempt. */
  getWithAttempt(
    tenantId: string,
    attemptId: string,
  ): Promise<{ capture: VendorCapture; attempt: Attempt } | undefined>
  /** Crosses tenants: the signature of the address stands for them. */
  find(attemptId: string): Promise<VendorCapture | undefined>
  /** The newest one a vendor calls so; crosses tenants, the journey stands for them. */
  findBySession(
    userJourneyId: string,
    provider: string,
    vendorSession: string,
  ): Promise<VendorCapture | undefined>
  /**
   * Takes the right to ask the vendor now. @param event because of it: each is good for one question, and a capture has
   * no more than `MAX_EVENTS`. @returns whether nobody has asked since `notSince`, nor for that event
   */
  claimRead(attemptId: string, claim: { notSince: Date; now: Date; event?: string }): Promise<boolean>
  /** The question could not be asked: the same event may come again. */
  forgetEvent(attemptId: string, event: string): Promise<void>
  /** Uses up the way back and puts the token of the page it leads to in its place. @returns whether it was unused */
  consumeReturn(
    attemptId: string,
    hashes: { nonceHash: Uint8Array; pageHash: Uint8Array },
    now: Date,
  ): Promise<boolean>
  update(
    attemptId: string,
    change: Partial<
      Pick<
        VendorCapture,
        | 'status'
        | 'claimedUntil'
        | 'vendorSession'
        | 'stateSealed'
        | 'stepSealed'
        | 'returnHash'
        | 'readOn'
        | 'nextLookOn'
      >
    >,
    modifiedOn: Date,
  ): Promise<void>
  /** Those of these attempts that a vendor has something of become `erasing`; others are forgotten. */
  markErasing(tenantId: string, attemptIds: readonly string[], now: Date): Promise<VendorCaptureRef[]>
  /** Whether the vendor has not erased everything of a face authentication, or of an applicant. */
  isErasing(tenantId: string, subjectId: string): Promise<boolean>
  delete(attemptId: string): Promise<void>
  /** Those of any tenant that should have been looked at before `before`. */
  listOverdue(before: Date, limit: number): Promise<VendorCaptureRef[]>
}

/** Events of one capture that make somebody ask; after them the looks of the jobs are all there is. */
const MAX_EVENTS = 50

export interface VendorCaptureTables {
  vendorCaptures: VendorCapture
}

const COLUMNS = columnNames(VENDOR_CAPTURE_PRIVACY)

export const vendorCapturesRepo = (db: Kysely<VendorCaptureTables & AttemptTables>): VendorCapturesRepo => {
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
    getWithAttempt: async (tenantId, attemptId) => {
      const row = await db
        .selectFrom('vendorCaptures as c')
        .innerJoin('attempts as a', (join) =>
          join.onRef('a.tenantId', '=', 'c.tenantId').onRef('a.id', '=', 'c.attemptId'),
        )
        .select(COLUMNS.map((column) => `c.${column}` as const))
        .select(toJoined('a', ATTEMPT_COLUMNS, 'attempt'))
        .where('c.tenantId', '=', tenantId)
        .where('c.attemptId', '=', attemptId)
        .executeTakeFirst()
      if (!row) return undefined
      const { joined, rest } = splitJoined(row, 'attempt')
      return { capture: rest as unknown as VendorCapture, attempt: joined as unknown as Attempt }
    },
    find: (attemptId) => select().where('attemptId', '=', attemptId).executeTakeFirst(),
    findBySession: (userJourneyId, provider, vendorSession) =>
      select()
        .where('userJourneyId', '=', userJourneyId)
        .where('vendorSession', '=', vendorSession)
        .where('provider', '=', provider)
        .orderBy('createdOn', 'desc')
        .limit(1)
        .executeTakeFirst(),
    claimRead: async (attemptId, { notSince, now, event }) => {
      const claim = db
        .updateTable('vendorCaptures')
        .set({ readOn: now })
        .where('attemptId', '=', attemptId)
        .where('status', '=', 'open')
        .where(({ eb, or }) => or([eb('readOn', 'is', null), eb('readOn', '<=', notSince)]))
      const noted =
        event === undefined
          ? claim
          : claim
              .set({ seenEvents: sql<string[]>`array_append(seen_events, ${event})` })
              .where(sql<boolean>`cardinality(seen_events) < ${MAX_EVENTS}`)
              .where(sql<boolean>`${event} <> ALL (seen_events)`)
      const { numUpdatedRows } = await noted.executeTakeFirst()
      return numUpdatedRows === 1n
    },
    forgetEvent: async (attemptId, event) => {
      await db
        .updateTable('vendorCaptures')
        .set({ seenEvents: sql<string[]>`array_remove(seen_events, ${event})` })
        .where('attemptId', '=', attemptId)
        .execute()
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

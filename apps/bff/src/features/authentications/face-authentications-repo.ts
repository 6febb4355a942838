import type { Cursor } from '@visavis/shared/cursor'
import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Recognition } from '../../providers/types.ts'
import { splitJoined, toJoined } from '../../storage/joined-row.ts'
import { type CursorPage, type CursorPaged, toCursorPaged } from '../../storage/paging.ts'
import type { ApplicantTables } from '../applicants/index.ts'
import { isComparable } from '../faces/index.ts'
import { USER_JOURNEY_COLUMNS, type UserJourney, type UserJourneyTables } from '../journeys/index.ts'
import type { AssetTables } from '../pictures/index.ts'
import type { Review, ReviewTables } from '../reviews/index.ts'
import {
  type DomainEvent,
  type EventTables,
  selectWanted,
  toEventValues,
  type WantedEvent,
} from '../webhooks/index.ts'
import type { Attempt, AttemptTables } from './attempt-row.ts'
import type { DecisionContent } from './decision-rules.ts'
import { toChainParts } from './decisions-repo.ts'
import {
  FACE_AUTHENTICATION_COLUMNS as COLUMNS,
  type FaceAuthentication,
  type FaceAuthenticationTables,
} from './face-authentication-row.ts'
import type { Lockout } from './lockout-rules.ts'
import { DECLINES, type LockoutTables, toLockout } from './lockouts-repo.ts'
import {
  type FaceAuthenticationFilter,
  type ReadAuthentication,
  selectListed,
  selectRead,
  toRead,
} from './read-statements.ts'

/** A face authentication with what each step of it needs to know of others. */
export interface AuthenticationContext {
  authentication: FaceAuthentication
  journey: UserJourney
  externalApplicantId: string | null
  /** Of the applicant, as it was when the row was held. */
  lockout: Lockout
}

/** What a step writes, all of it in one statement. */
export interface AuthenticationStep {
  authentication: FaceAuthentication
  /** The attempt that takes part in it. */
  attempt?: { id: string; change: AttemptChange } | undefined
  /** One that is opened by it. Not together with `attempt`: only one may be open, and a statement has no order. */
  newAttempt?: Attempt | undefined
  /** Joins the chain of its tenant. */
  decision?: DecisionContent
  events: readonly [DomainEvent, ...DomainEvent[]]
  /** Somebody has to look at the decision. */
  review?: Review | undefined
  /** The applicant's declines are forgotten. */
  forgivesDeclines?: boolean
  now: Date
}

export type AttemptChange = Partial<Omit<Attempt, 'id' | 'tenantId' | 'faceAuthenticationId' | 'createdOn'>>

/** What became of a creation: `null` instead of events where a row it points at is missing, or was anonymized. */
export interface Creation {
  applicant: 'found' | 'missing' | 'anonymized'
  journey: 'found' | 'missing'
  /** There are faces of ours to compare with, and none of them can be compared by the models given. */
  isOutdated: boolean
  wanted: WantedEvent[]
}

/** Of an applicant's face authentications, oldest first: so many that are not erased yet. */
export interface UnerasedPart {
  applicantId: string
  limit?: number
  /** The last row of the part before: nothing in front of it is looked through again. */
  after?: Cursor | undefined
}

export interface FaceAuthenticationsRepo {
  /**
   * With its first event, unless what it points at is not there. Holds the applicant's row meanwhile, so that an erasure
   * under way either sees the new row or keeps it out. @param event its external applicant id is filled in here
   */
  create(
    row: FaceAuthentication,
    event: DomainEvent,
    /** The provider whose templates are ours, and the models it compares with. */
    own: { provider: string; recognitions: readonly Recognition[] },
  ): Promise<Creation>
  insert(row: FaceAuthentication): Promise<void>
  get(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
  /** For whoever asks how it stands: one statement, no lock. */
  read(tenantId: string, id: string): Promise<ReadAuthentication | undefined>
  /** Newest first, each as `read` gives it: one statement, no lock. */
  list(
    tenantId: string,
    filter: FaceAuthenticationFilter,
    page: CursorPage,
  ): Promise<CursorPaged<ReadAuthentication>>
  /** Same as `get`, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
  /** Same, with its context. The attempt is read afterwards: what was joined here could be older than the lock. */
  hold(tenantId: string, id: string): Promise<AuthenticationContext | undefined>
  /** Call it inside a transaction that holds the row. @returns which endpoints want the events */
  write(step: AuthenticationStep): Promise<WantedEvent[]>
  /**
   * Holds these, or the first of an applicant's, in one order for everybody, until the transaction ends. Those that were
   * anonymized before are left out.
   */
  lockUnerased(
    tenantId: string,
    subject: { ids: readonly string[] } | UnerasedPart,
  ): Promise<FaceAuthentication[]>
  /** The same change to each. */
  updateAll(
    ids: readonly string[],
    change: Partial<Pick<FaceAuthentication, 'status' | 'responseCodes' | 'anonymizedOn'>>,
    modifiedOn: Date,
  ): Promise<void>
}

type Tables = FaceAuthenticationTables &
  AttemptTables &
  ApplicantTables &
  UserJourneyTables &
  AssetTables &
  LockoutTables &
  ReviewTables &
  EventTables

export const faceAuthenticationsRepo = (db: Kysely<Tables>): FaceAuthenticationsRepo => {
  const byId = (tenantId: string, id: string) =>
    db.selectFrom('faceAuthentications').select(COLUMNS).where('tenantId', '=', tenantId).where('id', '=', id)
  return {
    create: async (row, event, { provider, recognitions }) => {
      const { rows } = await sql<Creation>`
        WITH applicant AS MATERIALIZED (
          SELECT id, external_applicant_id, anonymized_on FROM applicants
          WHERE tenant_id = ${row.tenantId} AND id = ${row.applicantId} FOR SHARE
        ), journey AS (
          SELECT id, provider FROM user_journeys WHERE tenant_id = ${row.tenantId} AND id = ${row.userJourneyId}
        ), created AS (
          INSERT INTO face_authentications (
            id, tenant_id, applicant_id, user_journey_id, status, response_codes, risk_labels, created_on, modified_on
          )
          SELECT ${row.id}, ${row.tenantId}, applicant.id, journey.id, ${row.status}, ${row.responseCodes}::int[],
            ${row.riskLabels}::text[], ${row.createdOn}::timestamptz, ${row.modifiedOn}::timestamptz
          FROM applicant, journey WHERE applicant.anonymized_on IS NULL
          RETURNING id
        ), written AS (
          INSERT INTO events (id, tenant_id, type, payload, created_on)
          SELECT ${event.id}, ${event.tenantId}, ${event.type},
            ${JSON.stringify(event.payload)}::jsonb || CASE WHEN applicant.external_applicant_id IS NULL THEN '{}'
              ELSE jsonb_build_object('external_applicant_id', applicant.external_applicant_id) END,
            ${event.createdOn}::timestamptz
          FROM applicant, created
        ), active AS (
          SELECT ${isComparable(recognitions)} AS is_comparable FROM faces AS face
          WHERE face.tenant_id = ${row.tenantId} AND face.applicant_id = ${row.applicantId}
            AND face.status = 'ACTIVE' AND (face.expires_on IS NULL OR face.expires_on > ${row.createdOn}::timestamptz)
            AND face.vendor_reference IS NULL
        )
        SELECT
          coalesce(
            (SELECT CASE WHEN anonymized_on IS NULL THEN 'found' ELSE 'anonymized' END FROM applicant), 'missing'
          ) AS applicant,
          CASE WHEN EXISTS (SELECT FROM journey) THEN 'found' ELSE 'missing' END AS journey,
          coalesce((SELECT provider FROM journey) = ${provider}, false)
            AND EXISTS (SELECT FROM active) AND NOT EXISTS (SELECT FROM active WHERE is_comparable) AS is_outdated,
          CASE WHEN EXISTS (SELECT FROM created) THEN ${selectWanted([event])} ELSE '[]' END AS wanted
        `.execute(db)
      const [creation] = rows
      if (!creation) throw new Error('a statement without rows')
      return creation
    },
    insert: async (row) => {
      await db.insertInto('faceAuthentications').values(row).execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    read: async (tenantId, id) => {
      const row = await selectRead(db, byId(tenantId, id)).executeTakeFirst()
      return row && toRead(row)
    },
    list: async (tenantId, filter, page) => {
      const rows = await selectRead(db, selectListed(db, tenantId, filter, page))
        .orderBy('f.createdOn', 'desc')
        .orderBy('f.id', 'desc')
        .execute()
      const { rows: listed, next } = toCursorPaged(rows, page)
      return { rows: listed.map(toRead), next }
    },
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    hold: async (tenantId, id) => {
      const row = await db
        .selectFrom('faceAuthentications as f')
        .innerJoin('userJourneys as j', (join) =>
          join.onRef('j.tenantId', '=', 'f.tenantId').onRef('j.id', '=', 'f.userJourneyId'),
        )
        .innerJoin('applicants as a', (join) =>
          join.onRef('a.tenantId', '=', 'f.tenantId').onRef('a.id', '=', 'f.applicantId'),
        )
        .leftJoin('applicantLockouts as l', (join) =>
          join.onRef('l.tenantId', '=', 'f.tenantId').onRef('l.applicantId', '=', 'f.applicantId'),
        )
        .select(COLUMNS.map((column) => `f.${column}` as const))
        .select(['a.externalApplicantId', DECLINES.as('declines'), 'l.waitUntil', 'l.lockedUntil'])
        .select(toJoined('j', USER_JOURNEY_COLUMNS, 'journey'))
        .where('f.tenantId', '=', tenantId)
        .where('f.id', '=', id)
        .forUpdate('f')
        .executeTakeFirst()
      if (!row) return undefined
      const { joined, rest } = splitJoined(row, 'journey')
      const { externalApplicantId, declines, waitUntil, lockedUntil, ...authentication } = rest
      return {
        authentication: authentication as unknown as FaceAuthentication,
        journey: joined as unknown as UserJourney,
        externalApplicantId: externalApplicantId as string | null,
        lockout: toLockout({ declines, waitUntil, lockedUntil } as Parameters<typeof toLockout>[0]),
      }
    },
    write: async ({
      authentication,
      attempt,
      newAttempt,
      decision,
      events,
      review,
      forgivesDeclines,
      now: modifiedOn,
    }) => {
      const { id, tenantId, applicantId, status, responseCodes, riskLabels } = authentication
      const written = db
        .with('written', (query) => query.insertInto('events').values(toEventValues(events)))
        .with('moved', (query) =>
          query
            .updateTable('faceAuthentications')
            // A new attempt says something new.
            .set({ status, responseCodes, riskLabels, metadataForgottenOn: null, modifiedOn })
            .where('id', '=', id)
            .returning('id'),
        )
      const forgiving = forgivesDeclines
        ? written.with('forgiven', (query) =>
            query
              .deleteFrom('applicantLockouts')
              .where('tenantId', '=', tenantId)
              .where('applicantId', '=', applicantId),
          )
        : written
      const sending = review
        ? forgiving.with('sent', (query) => query.insertInto('reviews').values(review))
        : forgiving
      const selected = [
        'moved' as const,
        ...(attempt ? (['changed'] as const) : []),
        ...(decision ? (['decided'] as const) : []),
      ]
      const withAttempt = attempt
        ? sending.with('changed', (query) =>
            query
              .updateTable('attempts')
              .set({ ...attempt.change, modifiedOn })
              .where('id', '=', attempt.id)
              .returning('id'),
          )
        : newAttempt
          ? sending.with('opened', (query) => query.insertInto('attempts').values(newAttempt))
          : sending
      const parts = decision && toChainParts(decision)
      const withDecision = parts
        ? withAttempt.with('chained', () => parts.chained).with('decided', () => parts.decided)
        : withAttempt
      const counts = selected.map((name) => sql`(SELECT count(*) FROM ${sql.table(name)})`)
      const { wanted, count } = await withDecision
        .selectNoFrom([
          selectWanted(events).as('wanted'),
          sql<number>`${sql.join(counts, sql` + `)}`.as('count'),
        ])
        .executeTakeFirstOrThrow()
      // A change to a row that is not there is a mistake: it undoes everything.
      if (Number(count) !== selected.length)
        throw new Error('face authentication: a row to change is not there')
      return wanted
    },
    lockUnerased: (tenantId, subject) => {
      const unerased = db
        .selectFrom('faceAuthentications')
        .selectAll()
        .where('tenantId', '=', tenantId)
        .where('anonymizedOn', 'is', null)
        .orderBy('createdOn')
        .orderBy('id')
        .forUpdate()
      if ('ids' in subject) {
        return unerased.where('id', '=', sql<string>`any(${subject.ids}::text[])`).execute()
      }
      const { applicantId, after, limit = null } = subject
      const part = unerased.where('applicantId', '=', applicantId).limit(limit)
      if (!after) return part.execute()
      return part
        .where(sql<SqlBool>`(created_on, id) > (${after.createdOn}::timestamptz, ${after.id}::text)`)
        .execute()
    },
    updateAll: async (ids, change, modifiedOn) => {
      await db
        .updateTable('faceAuthentications')
        .set({ ...change, modifiedOn })
        .where('id', '=', sql<string>`any(${ids}::text[])`)
        .execute()
    },
  }
}

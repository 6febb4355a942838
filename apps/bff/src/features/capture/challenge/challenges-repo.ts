import type { TurnSide } from '@visavis/shared/liveness'
import { type Kysely, sql } from 'kysely'
import { expectOne } from '../../../storage/expect-one.ts'
import { columnNames, type PrivacyOf } from '../../../storage/privacy.ts'
import type { LinkOwner } from '../link-owner.ts'

/** A turn whose frames are here. */
interface ArrivedTurn {
  side: TurnSide
  /** Of each frame, in milliseconds since the page heard of the step. */
  offsets: readonly number[]
  /** The frames themselves. */
  assetId: string
}

/** The turns of the head that a link asks for, one step at a time. Exactly one of the two owners is set. */
export interface LivenessChallenge {
  id: string
  tenantId: string
  applicantId: string
  attemptId: string | null
  faceEnrollmentId: string | null
  /**
   * `asked`: a picture made it necessary, nobody has begun. `dealt`: a step is out. `done`: every turn is here and waits for
   * the picture. `over`: judged, or void.
   */
  state: 'asked' | 'dealt' | 'done' | 'over'
  /** A picture made it necessary: none of that link is taken without. */
  isRequired: boolean
  /** How many the link has begun. */
  begun: number
  /** Of the link when it was begun: a link that was handed over has another. */
  tokenHash: Uint8Array
  /** The present one, from 1; it and what follows mean something while it is `dealt`. */
  step: number
  side: TurnSide
  afterMs: number
  issuedOn: Date
  /** When the step is void, or the turns that wait for a picture are. */
  expiresOn: Date
  isExtended: boolean
  /** By their step. */
  turns: Readonly<Record<string, ArrivedTurn>>
}

export const LIVENESS_CHALLENGE_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  applicantId: 'kept',
  attemptId: 'kept',
  faceEnrollmentId: 'kept',
  state: 'kept',
  isRequired: 'kept',
  begun: 'kept',
  tokenHash: 'kept',
  step: 'kept',
  side: 'kept',
  afterMs: 'kept',
  issuedOn: 'kept',
  expiresOn: 'kept',
  isExtended: 'kept',
  // How somebody moved; the row goes whole.
  turns: 'personal',
} satisfies PrivacyOf<LivenessChallenge>

export interface LivenessChallengesRepo {
  /** Takes the place of the one before, of the same link. */
  put(row: LivenessChallenge): Promise<void>
  findByOwner(owner: LinkOwner): Promise<LivenessChallenge | undefined>
  update(
    id: string,
    change: Partial<
      Omit<LivenessChallenge, 'id' | 'tenantId' | 'applicantId' | 'attemptId' | 'faceEnrollmentId'>
    >,
  ): Promise<void>
  /** Of any tenant: those that still may have frames, and nobody came for them before `before`. */
  listForgotten(before: Date, limit: number): Promise<Pick<LivenessChallenge, 'id' | 'tenantId'>[]>
  /** @returns ids of those that went */
  erase(
    tenantId: string,
    scope: { applicantId: string | undefined; attemptIds: readonly string[] },
  ): Promise<string[]>
  deleteBefore(before: Date): Promise<void>
}

export interface LivenessChallengeTables {
  livenessChallenges: LivenessChallenge
}

const COLUMNS = columnNames(LIVENESS_CHALLENGE_PRIVACY)

export const livenessChallengesRepo = (db: Kysely<LivenessChallengeTables>): LivenessChallengesRepo => ({
  put: async (row) => {
    const { tenantId, attemptId, faceEnrollmentId } = row
    await db
      .deleteFrom('livenessChallenges')
      .where('tenantId', '=', tenantId)
      .where(({ eb, or }) =>
        or([eb('attemptId', '=', attemptId), eb('faceEnrollmentId', '=', faceEnrollmentId)]),
      )
      .execute()
    await db.insertInto('livenessChallenges').values(row).execute()
  },
  findByOwner: ({ tenantId, attemptId, faceEnrollmentId }) =>
    db
      .selectFrom('livenessChallenges')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where(({ eb, or }) =>
        or([eb('attemptId', '=', attemptId), eb('faceEnrollmentId', '=', faceEnrollmentId)]),
      )
      .executeTakeFirst(),
  update: async (id, change) => {
    const result = await db
      .updateTable('livenessChallenges')
      .set(change)
      .where('id', '=', id)
      .executeTakeFirst()
    expectOne('liveness challenge', result)
  },
  listForgotten: (before, limit) =>
    db
      .selectFrom('livenessChallenges')
      .select(['id', 'tenantId'])
      .where('state', 'in', ['dealt', 'done'])
      .where('expiresOn', '<', before)
      .orderBy('expiresOn')
      .limit(limit)
      .execute(),
  erase: async (tenantId, { applicantId, attemptIds }) => {
    const rows = await db
      .deleteFrom('livenessChallenges')
      .where('tenantId', '=', tenantId)
      .where(({ eb, or }) =>
        or([
          eb('attemptId', '=', sql<string>`any(${attemptIds}::text[])`),
          ...(applicantId === undefined ? [] : [eb('applicantId', '=', applicantId)]),
        ]),
      )
      .returning('id')
      .execute()
    return rows.map(({ id }) => id)
  },
  deleteBefore: async (before) => {
    await db.deleteFrom('livenessChallenges').where('expiresOn', '<', before).execute()
  },
})

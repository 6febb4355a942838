import { type Kysely, sql } from 'kysely'
import { ADDRESS_ALONE } from '../../storage/address-alone.ts'
import { countKnown, toErasedValues } from '../../storage/privacy.ts'
import { ATTEMPT_PRIVACY, type AttemptTables, OPEN_ATTEMPT_STATUSES } from './attempt-row.ts'
import type { FaceAuthentication, FaceAuthenticationTables } from './face-authentication-row.ts'

/** What an UPDATE writes that empties an attempt of what is personal. */
export const ERASED_ATTEMPT = toErasedValues(ATTEMPT_PRIVACY, { redirectUrl: ADDRESS_ALONE })
const HOLDS_PERSONAL = sql<boolean>`(
  ${countKnown(ATTEMPT_PRIVACY, ['redirectUrl'])} > 0 OR redirect_url <> ${ADDRESS_ALONE}
)`

export interface ForgetScope {
  tenantId: string
  userJourneyId: string
  /** Attempts that are over since before then are emptied. */
  before: Date
  /** Behind which to go on: what could not be forgotten whole is not looked at twice in one run. */
  after: Pick<FaceAuthentication, 'createdOn' | 'id'> | undefined
  limit: number
  now: Date
}

export interface Forgotten {
  /** Attempts that held something. */
  ids: string[]
  /** Absent: that was the last step. */
  last: Pick<FaceAuthentication, 'createdOn' | 'id'> | undefined
}

/**
 * Empties what is personal in the attempts at the next face authentications of a journey, oldest first; they stay as they
 * are otherwise, their times too. Those of which nothing is left to forget are marked, and out of the index by which the
 * next step, and the next run, finds its own.
 */
export const forgetMetadata = async (
  db: Kysely<AttemptTables & FaceAuthenticationTables>,
  { tenantId, userJourneyId, before, after, limit, now }: ForgetScope,
): Promise<Forgotten> => {
  const step = await db
    .selectFrom('faceAuthentications')
    .select(['id', 'createdOn'])
    .where('tenantId', '=', tenantId)
    .where('userJourneyId', '=', userJourneyId)
    .where('metadataForgottenOn', 'is', null)
    .where('createdOn', '<', before)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(created_on, id) > (${after?.createdOn}::timestamptz, ${after?.id})`),
    )
    .orderBy('createdOn')
    .orderBy('id')
    .limit(limit)
    // One that somebody is at gets its turn next time.
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = sql<string>`any(${step.map(({ id }) => id)}::text[])`
  const forgotten = await db
    .with('busy', (query) =>
      query
        .selectFrom('attempts')
        .select('faceAuthenticationId')
        .where('tenantId', '=', tenantId)
        .where('faceAuthenticationId', '=', ids)
        .where(({ eb, or }) =>
          or([eb('status', 'in', OPEN_ATTEMPT_STATUSES), eb('modifiedOn', '>=', before)]),
        ),
    )
    .with('marked', (query) =>
      query
        .updateTable('faceAuthentications')
        .set({ metadataForgottenOn: now })
        .where('tenantId', '=', tenantId)
        .where('id', '=', ids)
        .where('id', 'not in', ({ selectFrom }) => selectFrom('busy').select('faceAuthenticationId')),
    )
    .updateTable('attempts')
    .set(ERASED_ATTEMPT)
    .where('tenantId', '=', tenantId)
    .where('faceAuthenticationId', '=', ids)
    .where('status', 'not in', OPEN_ATTEMPT_STATUSES)
    .where('modifiedOn', '<', before)
    .where(HOLDS_PERSONAL)
    .returning('id')
    .execute()
  return { ids: forgotten.map(({ id }) => id), last: step.length < limit ? undefined : step.at(-1) }
}

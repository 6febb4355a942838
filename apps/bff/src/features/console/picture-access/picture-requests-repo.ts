import type { LookReason } from '@visavis/shared/look-reasons'
import type { Kysely } from 'kysely'
import { columnNames, type PrivacyOf } from '../../../storage/privacy.ts'

/** Somebody at the desk asks a colleague whether they may look. */
export interface PictureRequest {
  id: string
  /** Whose pictures, in which mode. */
  tenantId: string
  /** The one that was asked for. */
  pictureId: string
  /** What an answer is good for: all pictures of this applicant; of one that belongs to nobody, itself. */
  subjectId: string
  reason: LookReason
  askedBy: string
  /** `null`: nobody has answered. */
  decision: 'allow' | 'refuse' | null
  decidedBy: string | null
  createdOn: Date
  /** Until then it can be answered; once allowed, looked at. */
  expiresOn: Date
}

export const PICTURE_REQUEST_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  pictureId: 'kept',
  subjectId: 'kept',
  reason: 'kept',
  askedBy: 'kept',
  decision: 'kept',
  decidedBy: 'kept',
  createdOn: 'kept',
  expiresOn: 'kept',
} satisfies PrivacyOf<PictureRequest>

type Asked = Pick<PictureRequest, 'tenantId' | 'askedBy' | 'subjectId'>

export interface PictureRequestsRepo {
  /** @returns whether that person was not waiting for an answer about them already */
  insert(row: PictureRequest): Promise<boolean>
  /** Those of one person about one subject whose time is not over, newest first. */
  listOpen(asked: Asked, now: Date): Promise<PictureRequest[]>
  /** Whose time was not over then, oldest first; if there are more, the newest of them. */
  listSince(tenantId: string, since: Date, limit: number): Promise<PictureRequest[]>
  get(tenantId: string, id: string): Promise<PictureRequest | undefined>
  /** Once, while it waits, and by somebody else than asked. @returns whether this was that once */
  decide(
    request: Pick<PictureRequest, 'tenantId' | 'id'>,
    answer: { decision: 'allow' | 'refuse'; decidedBy: string; expiresOn: Date },
    now: Date,
  ): Promise<boolean>
  /** Whose time was over before then, and what that person waited for in vain about the subject. */
  deleteOver(asked: Asked, times: { before: Date; now: Date }): Promise<void>
}

export interface PictureRequestTables {
  pictureRequests: PictureRequest
}

const COLUMNS = columnNames(PICTURE_REQUEST_PRIVACY)

export const pictureRequestsRepo = (db: Kysely<PictureRequestTables>): PictureRequestsRepo => ({
  insert: async (row) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('pictureRequests')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  },
  listOpen: ({ tenantId, askedBy, subjectId }, now) =>
    db
      .selectFrom('pictureRequests')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('askedBy', '=', askedBy)
      .where('subjectId', '=', subjectId)
      .where('expiresOn', '>', now)
      .orderBy('createdOn', 'desc')
      .execute(),
  listSince: async (tenantId, since, limit) => {
    const rows = await db
      .selectFrom('pictureRequests')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('expiresOn', '>', since)
      .orderBy('createdOn', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.toReversed()
  },
  get: (tenantId, id) =>
    db
      .selectFrom('pictureRequests')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst(),
  decide: async ({ tenantId, id }, answer, now) => {
    const { numUpdatedRows } = await db
      .updateTable('pictureRequests')
      .set(answer)
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .where('askedBy', '<>', answer.decidedBy)
      .where('decision', 'is', null)
      .where('expiresOn', '>', now)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },
  deleteOver: async ({ tenantId, askedBy, subjectId }, { before, now }) => {
    await db
      .deleteFrom('pictureRequests')
      .where('tenantId', '=', tenantId)
      .where((eb) =>
        eb.or([
          eb('expiresOn', '<', before),
          eb.and([
            eb('askedBy', '=', askedBy),
            eb('subjectId', '=', subjectId),
            eb('decision', 'is', null),
            eb('expiresOn', '<=', now),
          ]),
        ]),
      )
      .execute()
  },
})

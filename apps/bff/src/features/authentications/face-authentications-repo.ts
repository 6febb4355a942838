import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AuthenticationStatus } from '@visavis/shared/statuses'
import { type Kysely, sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { PrivacyOf } from '../../storage/privacy.ts'

export interface FaceAuthentication {
  id: string
  tenantId: string
  applicantId: string
  userJourneyId: string
  status: AuthenticationStatus
  responseCodes: readonly ResponseCode[]
  riskLabels: readonly string[]
  anonymizedOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export const FACE_AUTHENTICATION_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  applicantId: 'kept',
  userJourneyId: 'kept',
  status: 'kept',
  responseCodes: 'kept',
  riskLabels: 'kept',
  anonymizedOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<FaceAuthentication>

export interface FaceAuthenticationsRepo {
  insert(row: FaceAuthentication): Promise<void>
  get(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
  /**
   * Holds these, or all of an applicant's, in one order for everybody, until the transaction ends. Those that were
   * anonymized before are left out.
   */
  lockUnerased(
    tenantId: string,
    subject: { ids: readonly string[] } | { applicantId: string },
  ): Promise<FaceAuthentication[]>
  update(
    id: string,
    change: Partial<Pick<FaceAuthentication, 'status' | 'responseCodes' | 'riskLabels' | 'anonymizedOn'>>,
    modifiedOn: Date,
  ): Promise<void>
  /** The same change to each. */
  updateAll(
    ids: readonly string[],
    change: Partial<Pick<FaceAuthentication, 'status' | 'responseCodes' | 'anonymizedOn'>>,
    modifiedOn: Date,
  ): Promise<void>
}

export interface FaceAuthenticationTables {
  faceAuthentications: FaceAuthentication
}

export const faceAuthenticationsRepo = (db: Kysely<FaceAuthenticationTables>): FaceAuthenticationsRepo => {
  const byId = (tenantId: string, id: string) =>
    db.selectFrom('faceAuthentications').selectAll().where('tenantId', '=', tenantId).where('id', '=', id)
  return {
    insert: async (row) => {
      await db.insertInto('faceAuthentications').values(row).execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    lockUnerased: (tenantId, subject) =>
      db
        .selectFrom('faceAuthentications')
        .selectAll()
        .where('tenantId', '=', tenantId)
        .where((eb) =>
          'ids' in subject
            ? eb('id', '=', sql<string>`any(${subject.ids}::text[])`)
            : eb('applicantId', '=', subject.applicantId),
        )
        .where('anonymizedOn', 'is', null)
        .orderBy('id')
        .forUpdate()
        .execute(),
    updateAll: async (ids, change, modifiedOn) => {
      await db
        .updateTable('faceAuthentications')
        .set({ ...change, modifiedOn })
        .where('id', '=', sql<string>`any(${ids}::text[])`)
        .execute()
    },
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('faceAuthentications')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('face authentication', result)
    },
  }
}

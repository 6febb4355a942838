import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AuthenticationStatus } from '@visavis/shared/statuses'
import type { Kysely } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'

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

export interface FaceAuthenticationsRepo {
  insert(row: FaceAuthentication): Promise<void>
  get(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
  /** Ids of all of the applicant's, in one order for everybody who locks them one by one. */
  listIds(tenantId: string, applicantId: string): Promise<string[]>
  update(
    id: string,
    change: Partial<Pick<FaceAuthentication, 'status' | 'responseCodes' | 'riskLabels' | 'anonymizedOn'>>,
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
    listIds: async (tenantId, applicantId) => {
      const rows = await db
        .selectFrom('faceAuthentications')
        .select('id')
        .where('tenantId', '=', tenantId)
        .where('applicantId', '=', applicantId)
        .orderBy('id')
        .execute()
      return rows.map((row) => row.id)
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

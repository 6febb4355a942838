import type { FaceSource, FaceStatus } from '@visavis/shared/statuses'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Page, Paged } from '../../storage/paging.ts'
import type { Positioned } from '../../storage/tables.ts'

export interface Face {
  id: string
  tenantId: string
  applicantId: string
  /** As stored; `faces/transition-rules.ts` tells what time makes of it. */
  status: FaceStatus
  provider: string
  source: FaceSource
  /** With source `attempt` only. */
  sourceAttemptId: string | null
  /** With source `vendor` only: what the provider itself calls the reference. */
  vendorReference: string | null
  /** Together with `templateSealed`; missing before the picture is taken and on vendor references. */
  templateModel: string | null
  /** Encrypted; only `storage/crypto/sealer.ts` opens it. */
  templateSealed: Uint8Array | null
  /** From then on the face is never compared. */
  expiresOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export interface FaceTables {
  faces: Face & Positioned
}

export interface FacesRepo {
  insert(row: Face): Promise<void>
  get(tenantId: string, applicantId: string, id: string): Promise<Face | undefined>
  /** By its id alone, whoever's it is. */
  find(tenantId: string, id: string): Promise<Face | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<Face | undefined>
  /** Oldest first. */
  list(tenantId: string, applicantId: string, page: Page): Promise<Paged<Face>>
  /** Every one of them, oldest first. */
  listAll(tenantId: string, applicantId: string): Promise<Face[]>
  /** ACTIVE and unexpired faces of the applicant, newest first. */
  listActive(tenantId: string, applicantId: string, now: Date): Promise<Face[]>
  /** Those that took their picture from one of these attempts. */
  listBySourceAttempts(tenantId: string, attemptIds: readonly string[]): Promise<Face[]>
  update(
    id: string,
    change: Partial<Pick<Face, 'status' | 'templateModel' | 'templateSealed' | 'expiresOn'>>,
    modifiedOn: Date,
  ): Promise<void>
  /** With its enrolment links. */
  delete(tenantId: string, id: string): Promise<void>
}

const COLUMNS = [
  'id',
  'tenantId',
  'applicantId',
  'status',
  'provider',
  'source',
  'sourceAttemptId',
  'vendorReference',
  'templateModel',
  'templateSealed',
  'expiresOn',
  'createdOn',
  'modifiedOn',
] satisfies (keyof Face)[]

export const facesRepo = (db: Kysely<FaceTables>): FacesRepo => {
  const ofTenant = (tenantId: string) => db.selectFrom('faces').where('tenantId', '=', tenantId)
  const ofApplicant = (tenantId: string, applicantId: string) =>
    ofTenant(tenantId).where('applicantId', '=', applicantId)
  return {
    insert: async (row) => {
      await db.insertInto('faces').values(row).execute()
    },
    get: (tenantId, applicantId, id) =>
      ofApplicant(tenantId, applicantId).select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    find: (tenantId, id) => ofTenant(tenantId).select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    lock: (tenantId, id) =>
      ofTenant(tenantId).select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst(),
    list: async (tenantId, applicantId, { skip, limit }) => {
      const all = ofApplicant(tenantId, applicantId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    listAll: (tenantId, applicantId) =>
      ofApplicant(tenantId, applicantId).select(COLUMNS).orderBy('position').execute(),
    listActive: (tenantId, applicantId, now) =>
      ofApplicant(tenantId, applicantId)
        .select(COLUMNS)
        .where('status', '=', 'ACTIVE')
        .where(({ eb, or }) => or([eb('expiresOn', 'is', null), eb('expiresOn', '>', now)]))
        .orderBy('position', 'desc')
        .execute(),
    listBySourceAttempts: (tenantId, attemptIds) =>
      ofTenant(tenantId)
        .select(COLUMNS)
        .where('sourceAttemptId', '=', sql<string>`any(${attemptIds}::text[])`)
        .orderBy('position')
        .execute(),
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('faces')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('face', result)
    },
    delete: async (tenantId, id) => {
      await db.deleteFrom('faces').where('tenantId', '=', tenantId).where('id', '=', id).execute()
    },
  }
}

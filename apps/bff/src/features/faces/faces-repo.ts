import type { FaceSource, FaceStatus } from '@visavis/shared/statuses'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Page, Paged } from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
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

export const FACE_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  applicantId: 'kept',
  status: 'kept',
  provider: 'kept',
  source: 'kept',
  sourceAttemptId: 'kept',
  vendorReference: 'personal',
  templateModel: 'kept',
  templateSealed: 'personal',
  expiresOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<Face>

export interface FaceTables {
  faces: Face & Positioned
}

export interface ErasedFaces {
  ids: readonly string[]
  templates: number
  vendorReferences: number
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
  update(
    id: string,
    change: Partial<Pick<Face, 'status' | 'templateModel' | 'templateSealed' | 'expiresOn'>>,
    modifiedOn: Date,
  ): Promise<void>
  /** With their enrolment links. @returns what went */
  erase(
    tenantId: string,
    which: { ids: readonly string[] } | { sourceAttemptIds: readonly string[] } | { applicantId: string },
  ): Promise<ErasedFaces>
}

const COLUMNS = columnNames(FACE_PRIVACY)

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
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('faces')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('face', result)
    },
    erase: async (tenantId, which) => {
      const gone = await db
        .deleteFrom('faces')
        .where('tenantId', '=', tenantId)
        .where((eb) => {
          if ('applicantId' in which) return eb('applicantId', '=', which.applicantId)
          return 'ids' in which
            ? eb('id', '=', sql<string>`any(${which.ids}::text[])`)
            : eb('sourceAttemptId', '=', sql<string>`any(${which.sourceAttemptIds}::text[])`)
        })
        .returning(['id', 'vendorReference', 'templateSealed'])
        .execute()
      return {
        ids: gone.map(({ id }) => id),
        templates: gone.filter(({ templateSealed }) => templateSealed !== null).length,
        vendorReferences: gone.filter(({ vendorReference }) => vendorReference !== null).length,
      }
    },
  }
}

import type { Kysely } from 'kysely'
import { type ApplicantKeyTables, applicantKeyOf } from '../../storage/crypto/applicant-keys-repo.ts'
import { expectOne } from '../../storage/expect-one.ts'
import {
  type CreatedFilter,
  type CursorPage,
  type CursorPaged,
  toCursorPaged,
  whereListed,
} from '../../storage/paging.ts'
import { countKnown, type PrivacyOf, toErasedValues } from '../../storage/privacy.ts'

export interface Applicant {
  id: string
  tenantId: string
  externalApplicantId: string | null
  email: string | null
  externalApplicantName: string | null
  /** Personal data was erased then; nothing new is taken for this applicant. */
  anonymizedOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export const APPLICANT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  externalApplicantId: 'kept',
  email: 'personal',
  externalApplicantName: 'personal',
  anonymizedOn: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<Applicant>

export interface ApplicantFilter extends CreatedFilter {
  externalApplicantId?: string | undefined
}

export interface ApplicantsRepo {
  /** @param applicantKey sealed; goes when they are erased. Default: they get one later */
  insert(row: Applicant, applicantKey?: Uint8Array): Promise<void>
  get(tenantId: string, id: string): Promise<Applicant | undefined>
  /** Same, with what is sealed for them as well. */
  getWithKey(
    tenantId: string,
    id: string,
  ): Promise<(Applicant & { applicantKey: Uint8Array | null }) | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<Applicant | undefined>
  /** Newest first. */
  list(tenantId: string, filter: ApplicantFilter, page: CursorPage): Promise<CursorPaged<Applicant>>
  update(
    id: string,
    change: Partial<Pick<Applicant, 'email' | 'externalApplicantName' | 'anonymizedOn'>>,
    modifiedOn: Date,
  ): Promise<void>
  /** Empties what is personal and destroys the applicant's key. @returns how many fields held something */
  erase(tenantId: string, id: string, now: Date): Promise<number>
}

export interface ApplicantTables extends ApplicantKeyTables {
  applicants: Applicant
}

export const applicantsRepo = (db: Kysely<ApplicantTables>): ApplicantsRepo => {
  const byId = (tenantId: string, id: string) =>
    db.selectFrom('applicants').selectAll().where('tenantId', '=', tenantId).where('id', '=', id)
  return {
    insert: async (row, applicantKey) => {
      const { id: applicantId, tenantId } = row
      const key = applicantKey && { applicantId, tenantId, sealed: applicantKey }
      await (key ? db.with('key', () => db.insertInto('applicantKeys').values(key)) : db)
        .insertInto('applicants')
        .values(row)
        .execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    getWithKey: (tenantId, id) =>
      byId(tenantId, id).select(applicantKeyOf('applicants', 'id')).executeTakeFirst(),
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    list: async (tenantId, filter, page) => {
      const { externalApplicantId: externalId } = filter
      const rows = await db
        .selectFrom('applicants')
        .selectAll()
        .where('tenantId', '=', tenantId)
        .where((eb) =>
          eb.and([
            ...(externalId ? [eb('externalApplicantId', '=', externalId)] : []),
            ...whereListed(filter, page),
          ]),
        )
        .orderBy('createdOn', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit + 1)
        .execute()
      return toCursorPaged(rows, page)
    },
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('applicants')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('applicant', result)
    },
    erase: async (tenantId, id, now) => {
      const { known } = await db
        .with('key', () =>
          db.deleteFrom('applicantKeys').where('applicantId', '=', id).where('tenantId', '=', tenantId),
        )
        .updateTable('applicants')
        .from(
          byId(tenantId, id)
            .clearSelect()
            .select(['id', countKnown(APPLICANT_PRIVACY).as('known')])
            .as('before'),
        )
        .set({ ...toErasedValues(APPLICANT_PRIVACY, {}), anonymizedOn: now, modifiedOn: now })
        .whereRef('applicants.id', '=', 'before.id')
        .returning('before.known')
        .executeTakeFirstOrThrow()
      return known
    },
  }
}

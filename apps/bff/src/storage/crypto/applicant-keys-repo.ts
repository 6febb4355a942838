import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { PrivacyOf } from '../privacy.ts'

export interface ApplicantKeyRow {
  applicantId: string
  tenantId: string
  /** Encrypted; only `applicant-key.ts` opens it. */
  sealed: Uint8Array
}

export const APPLICANT_KEY_PRIVACY = {
  applicantId: 'kept',
  tenantId: 'kept',
  sealed: 'personal',
} satisfies PrivacyOf<ApplicantKeyRow>

export interface ApplicantKeyTables {
  applicantKeys: ApplicantKeyRow
}

/** A key an applicant, made with them; those of earlier versions get theirs when something is first sealed for them. */
export interface ApplicantKeysRepo {
  /**
   * Keeps it where there is none yet. Not inside a transaction that holds anything of the applicant: an erasure, which
   * holds them first, would wait for ever.
   * @returns the one that is kept; `undefined`: there is no such applicant, or they were erased
   */
  insertIfNone(row: ApplicantKeyRow): Promise<Uint8Array | undefined>
}

export const applicantKeysRepo = (db: Kysely<ApplicantKeyTables>): ApplicantKeysRepo => ({
  insertIfNone: async ({ applicantId, tenantId, sealed }) => {
    // The lock has an erasure under way end first: then there is nobody to make a key for.
    await sql`INSERT INTO applicant_keys (applicant_id, tenant_id, sealed)
      SELECT id, tenant_id, ${sealed} FROM applicants
      WHERE id = ${applicantId} AND tenant_id = ${tenantId} AND anonymized_on IS NULL FOR SHARE
      ON CONFLICT DO NOTHING`.execute(db)
    const row = await db
      .selectFrom('applicantKeys')
      .select('sealed')
      .where('applicantId', '=', applicantId)
      .where('tenantId', '=', tenantId)
      .executeTakeFirst()
    return row?.sealed
  },
})

/** The key of the applicant whom a row of `table` belongs to, read along with it. */
export const applicantKeyOf = (table: string, column = 'applicantId') =>
  sql<Uint8Array | null>`(
    SELECT applicant_keys.sealed FROM applicant_keys
    WHERE applicant_keys.applicant_id = ${sql.ref(`${table}.${column}`)}
      AND applicant_keys.tenant_id = ${sql.ref(`${table}.tenantId`)}
  )`.as('applicantKey')

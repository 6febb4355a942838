import { MAX_LOCKOUT_DECLINES } from '@visavis/shared/limits'
import { type Kysely, sql } from 'kysely'
import type { PrivacyOf } from '../../storage/privacy.ts'
import { type Lockout, NO_LOCKOUT } from './lockout-rules.ts'

interface LockoutRow extends Lockout {
  tenantId: string
  applicantId: string
}

export const LOCKOUT_PRIVACY = {
  tenantId: 'kept',
  applicantId: 'kept',
  declinedOn: 'kept',
  waitUntil: 'kept',
  lockedUntil: 'kept',
} satisfies PrivacyOf<LockoutRow>

export interface LockoutTables {
  applicantLockouts: LockoutRow
}

/** As JSON: drivers do not agree on how they read a list of times. */
export const DECLINES = sql<string[] | null>`to_jsonb(declined_on)`

export const toLockout = ({
  declines,
  waitUntil,
  lockedUntil,
}: {
  declines: string[] | null
  waitUntil: Date | null
  lockedUntil: Date | null
}): Lockout => ({ declinedOn: (declines ?? []).map((time) => new Date(time)), waitUntil, lockedUntil })

export interface LockoutsRepo {
  get(tenantId: string, applicantId: string): Promise<Lockout>
  /** Same, and holds the row, if there is one, until the transaction ends. */
  lock(tenantId: string, applicantId: string): Promise<Lockout>
  /**
   * Adds a decline and holds the row until the transaction ends: of declines at the same moment each sees those before
   * it. The row is locked after that of the face authentication, and before the tenant's chain of decisions.
   * @returns with this decline
   */
  addDecline(tenantId: string, applicantId: string, now: Date): Promise<Lockout>
  /** Shortens neither a delay nor a lock: another journey, or a decline at the same moment, may have asked for longer. */
  prolong(
    tenantId: string,
    applicantId: string,
    until: Pick<Lockout, 'waitUntil' | 'lockedUntil'>,
  ): Promise<void>
  /** Declines, delay and lock. */
  delete(tenantId: string, applicantId: string): Promise<void>
}

export const lockoutsRepo = (db: Kysely<LockoutTables>): LockoutsRepo => ({
  get: async (tenantId, applicantId) => {
    const row = await byApplicant(db, tenantId, applicantId).executeTakeFirst()
    return row ? toLockout(row) : NO_LOCKOUT
  },
  lock: async (tenantId, applicantId) => {
    const row = await byApplicant(db, tenantId, applicantId).forUpdate().executeTakeFirst()
    return row ? toLockout(row) : NO_LOCKOUT
  },
  addDecline: async (tenantId, applicantId, now) => {
    const { rows } = await sql<Parameters<typeof toLockout>[0]>`
      INSERT INTO applicant_lockouts AS known (tenant_id, applicant_id, declined_on)
      VALUES (${tenantId}, ${applicantId}, ARRAY[${now}::timestamptz])
      ON CONFLICT (tenant_id, applicant_id) DO UPDATE SET declined_on =
        (known.declined_on || excluded.declined_on)[
          greatest(1, cardinality(known.declined_on) + 2 - ${MAX_LOCKOUT_DECLINES}::int):
        ]
      RETURNING ${DECLINES} AS declines, wait_until, locked_until`.execute(db)
    const [row] = rows
    if (!row) throw new Error('a statement without rows')
    return toLockout(row)
  },
  prolong: async (tenantId, applicantId, { waitUntil, lockedUntil }) => {
    await db
      .updateTable('applicantLockouts')
      .set({
        waitUntil: sql`greatest(wait_until, ${waitUntil}::timestamptz)`,
        lockedUntil: sql`greatest(locked_until, ${lockedUntil}::timestamptz)`,
      })
      .where('tenantId', '=', tenantId)
      .where('applicantId', '=', applicantId)
      .execute()
  },
  delete: async (tenantId, applicantId) => {
    await db
      .deleteFrom('applicantLockouts')
      .where('tenantId', '=', tenantId)
      .where('applicantId', '=', applicantId)
      .execute()
  },
})

const byApplicant = (db: Kysely<LockoutTables>, tenantId: string, applicantId: string) =>
  db
    .selectFrom('applicantLockouts')
    .select([DECLINES.as('declines'), 'waitUntil', 'lockedUntil'])
    .where('tenantId', '=', tenantId)
    .where('applicantId', '=', applicantId)

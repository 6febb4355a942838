import { type Kysely, sql } from 'kysely'
import type { PrivacyOf } from '../../storage/privacy.ts'

/** An endpoint that failed lately. */
export interface WebhookBreaker {
  endpointId: string
  /** In a row. */
  failures: number
  /** Set once they are too many: until then nothing is sent; afterwards one delivery tries. */
  pausedUntil: Date | null
}

export const WEBHOOK_BREAKER_PRIVACY = {
  endpointId: 'kept',
  failures: 'kept',
  pausedUntil: 'kept',
} satisfies PrivacyOf<WebhookBreaker>

/** Failures in a row after which an endpoint is left alone: as many as a process sends one tenant at a time. */
const MAX_FAILURES = 4
/** How long; then one delivery tries, and the next minute begins if it fails. */
const PAUSE_MS = 60_000

const toPauseEnd = (now: Date): Date => new Date(now.getTime() + PAUSE_MS)

export interface WebhookBreakersRepo {
  /** Whether something may be sent there now. Of many that ask when a pause is over, one may. */
  allows(endpointId: string, now: Date): Promise<boolean>
  fail(endpointId: string, now: Date): Promise<void>
  /** It took something, or somebody says that it will. @returns whether that ended a pause */
  reset(endpointId: string): Promise<boolean>
}

export interface WebhookBreakerTables {
  webhookBreakers: WebhookBreaker
}

export const webhookBreakersRepo = (db: Kysely<WebhookBreakerTables>): WebhookBreakersRepo => ({
  allows: async (endpointId, now) => {
    const { rows } = await sql<{ isAllowed: boolean }>`
      WITH trial AS (
        UPDATE webhook_breakers SET paused_until = ${toPauseEnd(now)}
        WHERE endpoint_id = ${endpointId} AND paused_until <= ${now} RETURNING endpoint_id
      )
      SELECT EXISTS (SELECT FROM trial) OR NOT EXISTS (
        SELECT FROM webhook_breakers WHERE endpoint_id = ${endpointId} AND paused_until IS NOT NULL
      ) AS is_allowed`.execute(db)
    return rows[0]?.isAllowed ?? true
  },
  fail: async (endpointId, now) => {
    // The endpoint may be gone by now.
    await sql`
      INSERT INTO webhook_breakers (endpoint_id, failures)
      SELECT id, 1 FROM webhook_endpoints WHERE id = ${endpointId}
      ON CONFLICT (endpoint_id) DO UPDATE SET
        failures = webhook_breakers.failures + 1,
        paused_until = CASE WHEN webhook_breakers.failures + 1 >= ${MAX_FAILURES} THEN ${toPauseEnd(now)}::timestamptz END`.execute(
      db,
    )
  },
  reset: async (endpointId) => {
    const before = await db
      .deleteFrom('webhookBreakers')
      .where('endpointId', '=', endpointId)
      .returning('pausedUntil')
      .executeTakeFirst()
    return Boolean(before?.pausedUntil)
  },
})

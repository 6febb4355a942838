import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  type AttemptTables,
  BROWSER,
  COUNTRY,
  DEVICE,
  type DeviceFilter,
  type FaceAuthenticationTables,
  REACHED,
  SYSTEM,
  whereDevice,
} from '../../authentications/index.ts'
import type { OverviewRow } from './overview-rules.ts'

export interface OverviewScope extends DeviceFilter {
  tenantId: string
  /** Created then or later. */
  from: Date
  /** Created earlier than that. */
  to: Date
  userJourneyId?: string | undefined
  /** Of the journey. */
  provider?: string | undefined
}

export interface OverviewRepo {
  /** Everything that is counted of a span, in one statement: each face authentication and each attempt is read once. */
  count(scope: OverviewScope, partSeconds: number): Promise<OverviewRow[]>
  /** Webhooks of the tenant that wait, since when the oldest does, and those of the span that were given up. */
  countWebhooks(
    scope: Pick<OverviewScope, 'tenantId' | 'from' | 'to'>,
  ): Promise<{ waiting: number; oldestOn: Date | null; failed: number }>
}

/** Values of a kind that are told: the most frequent. */
const MOST_VALUES = 25

const sums = sql`count(*)::int AS total, count(*) FILTER (WHERE status = 'approved')::int AS approved,
  count(*) FILTER (WHERE status = 'declined')::int AS declined`
const none = sql`0 AS approved, 0 AS declined`

/** How many face authentications had each value at some attempt. */
const byAttempt = (kind: string, name: RawBuilder<unknown>, more = sql`NULL::text`) => sql`(
  SELECT ${sql.lit(kind)} AS kind, name, more, ${sums}, NULL::float8 AS figure
  FROM (SELECT DISTINCT people.id, people.status, ${name} AS name, ${more} AS more FROM people JOIN tried USING (id)) AS each
  WHERE name IS NOT NULL GROUP BY name, more ORDER BY total DESC, name LIMIT ${sql.lit(MOST_VALUES)})`

/** How many had each key of an object at some attempt, and what their values come to. */
const byKey = (kind: string, object: RawBuilder<unknown>) => sql`(
  SELECT ${sql.lit(kind)} AS kind, entry.key AS name, NULL::text AS more, count(DISTINCT tried.id)::int AS total, ${none},
    sum(entry.value::float8) AS figure
  FROM tried, jsonb_each_text(${object}) AS entry GROUP BY entry.key)`

export const overviewRepo = (db: Kysely<AttemptTables & FaceAuthenticationTables>): OverviewRepo => ({
  count: async ({ tenantId, from, to, userJourneyId, provider, ...device }, partSeconds) => {
    const onDevice = whereDevice(device)
    const of: RawBuilder<SqlBool>[] = [
      sql<SqlBool>`f.tenant_id = ${tenantId}`,
      sql<SqlBool>`f.created_on >= ${from}::timestamptz AND f.created_on < ${to}::timestamptz`,
      ...(userJourneyId ? [sql<SqlBool>`f.user_journey_id = ${userJourneyId}`] : []),
      ...(provider ? [sql<SqlBool>`j.provider = ${provider}`] : []),
    ]
    const { rows } = await sql<OverviewRow>`
      WITH listed AS MATERIALIZED (
        SELECT f.id, f.status, f.response_codes, f.user_journey_id, f.created_on, j.provider
        FROM face_authentications AS f
        JOIN user_journeys AS j ON j.tenant_id = f.tenant_id AND j.id = f.user_journey_id
        WHERE ${sql.join(of, sql` AND `)}
      ), tried AS MATERIALIZED (
        SELECT a.face_authentication_id AS id, a.id AS attempt_id, a.opened_on, a.retry_reasons, a.course,
          ${REACHED} AS reached, ${BROWSER} AS browser, ${SYSTEM} AS system, ${DEVICE} AS device, ${COUNTRY} AS country
        FROM listed JOIN attempts AS a ON a.tenant_id = ${tenantId} AND a.face_authentication_id = listed.id
        ${onDevice.length > 0 ? sql`WHERE ${sql.join(onDevice, sql` AND `)}` : sql``}
      ), people AS MATERIALIZED (
        SELECT listed.*, coalesce(far.reached, 0) AS reached
        FROM listed ${onDevice.length > 0 ? sql`JOIN` : sql`LEFT JOIN`}
          (SELECT id, max(reached) AS reached FROM tried GROUP BY id) AS far USING (id)
      ), decided AS MATERIALIZED (
        SELECT tried.id, d.liveness, extract(epoch FROM d.decided_on - tried.opened_on)::float8 AS seconds
        FROM tried JOIN decisions AS d
          ON d.tenant_id = ${tenantId} AND d.face_authentication_id = tried.id AND d.attempt_id = tried.attempt_id
        WHERE tried.reached = 5
      )
      SELECT 'status' AS kind, status AS name, NULL::text AS more, ${sums}, NULL::float8 AS figure FROM people GROUP BY status
      UNION ALL
      SELECT 'code', code::text, NULL, ${sums}, NULL FROM people, unnest(response_codes) AS code GROUP BY code
      UNION ALL
      SELECT 'reached', reached::text, NULL, ${sums}, NULL FROM people GROUP BY reached
      UNION ALL
      SELECT 'part', floor(extract(epoch FROM created_on - ${from}::timestamptz) / ${sql.lit(partSeconds)})::int::text,
        NULL, ${sums}, NULL FROM people GROUP BY 2
      UNION ALL
      SELECT 'journey', user_journey_id, NULL, ${sums}, NULL FROM people GROUP BY user_journey_id
      UNION ALL
      SELECT 'provider', provider, NULL, ${sums}, NULL FROM people GROUP BY provider
      UNION ALL ${byAttempt('browser', sql`tried.browser`)}
      UNION ALL ${byAttempt('device', sql`tried.device`, sql`tried.system`)}
      UNION ALL ${byAttempt('country', sql`tried.country`)}
      UNION ALL ${byKey('retry', sql`tried.retry_reasons`)}
      UNION ALL ${byKey('guidance', sql`tried.course->'guidance'`)}
      UNION ALL ${byKey('camera', sql`tried.course->'cameraFailures'`)}
      UNION ALL
      SELECT 'liveness', liveness, NULL, count(DISTINCT id)::int, ${none}, NULL FROM decided GROUP BY liveness
      UNION ALL
      SELECT 'p' || share, '', NULL, count(seconds)::int, ${none}, percentile_cont(share / 100.0) WITHIN GROUP (ORDER BY seconds)
      FROM decided, (VALUES (50), (95)) AS shares (share) WHERE seconds >= 0 GROUP BY share
      `.execute(db)
    return rows
  },
  countWebhooks: async ({ tenantId, from, to }) => {
    const { rows } = await sql<{ waiting: number; oldestOn: Date | null; failed: number }>`
      SELECT count(*) FILTER (WHERE status = 'pending')::int AS waiting,
        min(created_on) FILTER (WHERE status = 'pending') AS oldest_on,
        count(*) FILTER (
          WHERE status = 'failed' AND created_on >= ${from}::timestamptz AND created_on < ${to}::timestamptz
        )::int AS failed
      FROM webhook_deliveries WHERE tenant_id = ${tenantId} AND status <> 'delivered'`.execute(db)
    const [row] = rows
    if (!row) throw new Error('a statement without rows')
    return row
  },
})

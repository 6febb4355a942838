import type { ResponseCode } from '@visavis/shared/response-codes'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type CreatedFilter, type CursorPage, whereListed } from '../../storage/paging.ts'

interface SettledFilter extends CreatedFilter {
  status?: string | undefined
  responseCode?: ResponseCode | undefined
  /** Those of face authentications, as the provider of their journeys. */
  userJourneyId?: string | undefined
  provider?: string | undefined
}

/** Whether a list asks for something of that, and for nothing else. */
export const isOfSettled = (filter: SettledFilter): boolean => {
  const {
    status,
    responseCode,
    userJourneyId,
    provider,
    createdAfter: _,
    createdBefore: __,
    ...others
  } = filter
  // Also what is compared here right now, which no column says.
  if (status === 'checks_in_progress') return false
  const isAsked = (status ?? responseCode ?? userJourneyId ?? provider) !== undefined
  return isAsked && Object.values(others).every((value) => value === undefined)
}

const and = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` AND `)

/**
 * The newest rows of a status, a code, a journey, a provider, or of several of these, where nothing else is asked for.
 * What there is of statuses with codes comes first, for each journey that is asked for: each is found behind the one
 * before in an index (a loose index scan, of which PostgreSQL has none of its own). Then the newest of each that fits: some
 * dozens of look-ups, however many rows have the one or the other.
 */
export const whereSettled = (
  table: 'face_authentications' | 'attempts',
  tenantId: string,
  { status, responseCode, userJourneyId, provider, ...created }: SettledFilter,
  page: CursorPage,
): RawBuilder<SqlBool> => {
  const isOfJourneys = (userJourneyId ?? provider) !== undefined
  const ofTenant = sql`${sql.table(table)} AS r WHERE r.tenant_id = ${tenantId}`
  const columns = sql.raw(`${isOfJourneys ? 'r.user_journey_id, ' : ''}r.status, r.response_codes`)
  const ofJourney = (of: string) => sql.raw(isOfJourneys ? `AND r.user_journey_id = ${of}` : '')
  const first = isOfJourneys
    ? sql`SELECT one.* FROM user_journeys AS j, LATERAL (
        SELECT ${columns} FROM ${ofTenant} ${ofJourney('j.id')} ORDER BY r.status, r.response_codes LIMIT 1
      ) AS one WHERE ${and([
        sql`j.tenant_id = ${tenantId}`,
        ...(userJourneyId ? [sql`j.id = ${userJourneyId}`] : []),
        ...(provider ? [sql`j.provider = ${provider}`] : []),
      ])}`
    : sql`(SELECT ${columns} FROM ${ofTenant} ORDER BY r.status, r.response_codes LIMIT 1)`
  const isNewest = [
    sql`tenant_id = ${tenantId} ${isOfJourneys ? sql`AND user_journey_id = kind.user_journey_id` : sql``}`,
    sql`status = kind.status AND response_codes = kind.response_codes`,
    ...whereListed(created, page),
  ]
  const fits = [
    sql`TRUE`,
    ...(status ? [sql`kind.status = ${status}`] : []),
    ...(responseCode ? [sql`kind.response_codes @> ${[responseCode]}::int[]`] : []),
  ]
  // An array, which is read first: of a set nobody knows how many rows it has, and all of the table might be read for it.
  return sql<SqlBool>`id = ANY(ARRAY(
    WITH RECURSIVE kind AS (
      ${first}
      UNION ALL
      SELECT behind.* FROM kind, LATERAL (
        SELECT ${columns} FROM ${ofTenant} ${ofJourney('kind.user_journey_id')}
          AND (r.status, r.response_codes) > (kind.status, kind.response_codes)
        ORDER BY r.status, r.response_codes LIMIT 1
      ) AS behind
    )
    SELECT newest.id FROM kind, LATERAL (
      SELECT id, created_on FROM ${sql.table(table)} WHERE ${and(isNewest)}
      ORDER BY created_on DESC, id DESC LIMIT ${page.limit + 1}
    ) AS newest
    WHERE ${and(fits)}
    ORDER BY newest.created_on DESC, newest.id DESC LIMIT ${page.limit + 1}
  ))`
}

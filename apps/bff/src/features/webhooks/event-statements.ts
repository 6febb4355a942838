import { type RawBuilder, sql } from 'kysely'
import type { DomainEvent } from './domain-event.ts'

/** An event, and an endpoint that wants it. */
export interface WantedEvent {
  eventId: string
  endpointId: string
  /** The endpoint is left alone just now. */
  isPaused: boolean
}

/** Whether `endpoint`, as it is called in a statement, has a pause that nothing has ended: it may be over by the clock. */
export const HAS_PAUSE = sql<boolean>`EXISTS (
  SELECT FROM webhook_breakers AS breaker WHERE breaker.endpoint_id = endpoint.id AND breaker.paused_until IS NOT NULL
)`

/** Whether `endpoint`, as it is called in a statement, is left alone at that time. */
export const isPausedAt = (at: Date): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT FROM webhook_breakers AS breaker WHERE breaker.endpoint_id = endpoint.id AND breaker.paused_until > ${at}
)`

/** Whether `endpoint` takes `event`, as both are called in a statement. */
export const WANTS_EVENT = sql`(endpoint.event_types IS NULL OR event.type = ANY (endpoint.event_types))`

/** Events as values of an insert, on their own or as part of the statement that makes them happen. JSON goes in as text. */
export const toEventValues = (events: readonly DomainEvent[]) =>
  events.map(({ payload, ...row }) => ({ ...row, payload: JSON.stringify(payload) }))

/**
 * For the same statement: which endpoints want the events, switched off or not, oldest first, as a JSON array. All events
 * are of one tenant.
 */
export const selectWanted = (events: readonly [DomainEvent, ...DomainEvent[]]): RawBuilder<WantedEvent[]> => {
  const types = sql.join(events.map(({ id, type }) => sql`(${id}::text, ${type}::text)`))
  return sql<WantedEvent[]>`(
    SELECT coalesce(
      json_agg(
        json_build_object(
          'eventId', event.id, 'endpointId', endpoint.id, 'isPaused', ${isPausedAt(events[0].createdOn)}
        ) ORDER BY endpoint.position
      ), '[]'
    )
    FROM (VALUES ${types}) AS event (id, type)
    JOIN webhook_endpoints AS endpoint ON endpoint.tenant_id = ${events[0].tenantId} AND ${WANTS_EVENT}
  )`
}

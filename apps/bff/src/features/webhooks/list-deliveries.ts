import { AppError } from '@visavis/shared/errors'
import type { Page, Paged } from '../../storage/paging.ts'
import type { WebhooksDeps } from './deps.ts'
import type { DomainEvent } from './domain-event.ts'
import type { WebhookAttempt, WebhookDelivery } from './webhook-deliveries-repo.ts'

export interface LoggedDelivery {
  delivery: WebhookDelivery
  /** Oldest first. */
  attempts: WebhookAttempt[]
}

/** What was sent to an endpoint and how that went, newest event first. @throws AppError NOT_FOUND */
export const listDeliveries = async (
  { database }: WebhooksDeps,
  tenantId: string,
  endpointId: string,
  page: Page,
): Promise<Paged<LoggedDelivery>> => {
  if (!(await database.webhookEndpoints.get(tenantId, endpointId))) throw new AppError('NOT_FOUND')
  const { totalCount, rows } = await database.webhookDeliveries.listByEndpoint(tenantId, endpointId, page)
  return { totalCount, rows: await toLogged(database, tenantId, rows) }
}

export interface LoggedEvent {
  event: DomainEvent
  deliveries: LoggedDelivery[]
}

/** What happened in a face authentication, oldest first, and to whom it was sent. As many as one has in practice. */
export const listEventsOf = async (
  { database }: Pick<WebhooksDeps, 'database'>,
  tenantId: string,
  faceAuthenticationId: string,
): Promise<LoggedEvent[]> => {
  const events = await database.events.listOf(tenantId, faceAuthenticationId, MAX_EVENTS)
  const ids = events.map(({ id }) => id)
  const rows = await database.webhookDeliveries.listByEvents(tenantId, ids)
  const logged = Map.groupBy(await toLogged(database, tenantId, rows), ({ delivery: { eventId } }) => eventId)
  return events.map((event) => ({ event, deliveries: logged.get(event.id) ?? [] }))
}

const MAX_EVENTS = 200

const toLogged = async (
  { webhookDeliveries }: WebhooksDeps['database'],
  tenantId: string,
  deliveries: readonly WebhookDelivery[],
): Promise<LoggedDelivery[]> => {
  const ids = deliveries.map(({ id }) => id)
  const attempts = await webhookDeliveries.listAttempts(tenantId, ids)
  const byDelivery = Map.groupBy(attempts, (attempt) => attempt.deliveryId)
  return deliveries.map((delivery) => ({ delivery, attempts: byDelivery.get(delivery.id) ?? [] }))
}

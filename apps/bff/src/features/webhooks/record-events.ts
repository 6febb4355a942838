import type { WebhooksRepositories } from './deps.ts'
import type { DomainEvent } from './domain-event.ts'
import { toNewDelivery } from './order-deliveries.ts'
import { queueDeliveries } from './queue-deliveries.ts'

/**
 * Writes any number of events that happened at one time, in their order, and orders their deliveries: a statement a
 * table, not one an event.
 */
export const recordEvents = async (
  repositories: WebhooksRepositories,
  events: readonly DomainEvent[],
): Promise<void> => {
  const [first] = events
  if (!first) return
  const byId = new Map(events.map((event) => [event.id, event]))
  const wanted = await repositories.events.insertAll(events)
  const deliveries = wanted.flatMap(({ eventId, endpointId }) => {
    const event = byId.get(eventId)
    return event ? [toNewDelivery(event, endpointId)] : []
  })
  await repositories.webhookDeliveries.insertAll(deliveries)
  await queueDeliveries(repositories, deliveries, first.createdOn)
}

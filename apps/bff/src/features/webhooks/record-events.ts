import type { WebhooksRepositories } from './deps.ts'
import type { DomainEvent } from './domain-event.ts'
import { orderDeliveries } from './order-deliveries.ts'

/**
 * Writes any number of events that happened at one time, in their order, and orders their deliveries: a statement a
 * table, not one an event.
 */
export const recordEvents = async (
  repositories: WebhooksRepositories,
  events: readonly DomainEvent[],
): Promise<void> => {
  if (events.length > 0) await orderDeliveries(repositories, events, await repositories.events.insert(events))
}

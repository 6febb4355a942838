import { newId } from '@visavis/shared/ids'
import type { WebhooksRepositories } from './deps.ts'
import type { DomainEvent } from './domain-event.ts'
import type { WantedEvent } from './event-statements.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import type { WebhookDelivery } from './webhook-deliveries-repo.ts'

/**
 * Orders the deliveries of events that were just written. Call it in the same transaction: then an event cannot be
 * without its deliveries. @param wanted as the events' own statement answered
 */
export const orderDeliveries = async (
  repositories: WebhooksRepositories,
  events: readonly DomainEvent[],
  wanted: readonly WantedEvent[],
): Promise<void> => {
  const [first] = events
  if (!first || wanted.length === 0) return
  const byId = new Map(events.map((event) => [event.id, event]))
  const deliveries = wanted.flatMap(({ eventId, endpointId }) => {
    const event = byId.get(eventId)
    return event ? [toNewDelivery(event, endpointId)] : []
  })
  await repositories.webhookDeliveries.insert(deliveries)
  await queueDeliveries(repositories, deliveries, first.createdOn)
}

const toNewDelivery = ({ id, tenantId, createdOn }: DomainEvent, endpointId: string) =>
  ({
    id: newId('webhookDelivery'),
    tenantId,
    endpointId,
    eventId: id,
    status: 'pending',
    turn: 0,
    failures: 0,
    nextAttemptOn: createdOn,
    claimedUntil: null,
    createdOn,
    modifiedOn: createdOn,
  }) satisfies WebhookDelivery

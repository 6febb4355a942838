import { newId } from '@visavis/shared/ids'
import type { WebhooksRepositories } from './deps.ts'
import type { DomainEvent } from './events-repo.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import type { WebhookDelivery } from './webhook-deliveries-repo.ts'

/**
 * Writes down that something happened and orders its deliveries. Call it in the transaction that makes it happen:
 * then neither can be without the other.
 */
export const recordEvent = async (
  repositories: WebhooksRepositories,
  happened: Omit<DomainEvent, 'id'>,
): Promise<void> => {
  const event: DomainEvent = { id: newId('event'), ...happened }
  const endpointIds = await repositories.events.insert(event)
  const deliveries = endpointIds.map((endpointId) => toNewDelivery(event, endpointId))
  await repositories.webhookDeliveries.insert(deliveries)
  await queueDeliveries(repositories, deliveries, event.createdOn)
}

export const toNewDelivery = ({ id, tenantId, createdOn }: DomainEvent, endpointId: string) =>
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

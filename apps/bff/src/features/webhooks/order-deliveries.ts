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
  const all = wanted.flatMap(({ eventId, endpointId, isPaused }) => {
    const event = byId.get(eventId)
    return event ? [{ delivery: toNewDelivery(event, endpointId), isPaused }] : []
  })
  await repositories.webhookDeliveries.insert(all.map(({ delivery }) => delivery))
  const of = (which: boolean) =>
    all.flatMap(({ delivery, isPaused }) => (isPaused === which ? [delivery] : []))
  const paused = of(true)
  // They wait together for the pause to end, without a job each.
  if (paused.length > 0) await repositories.webhookDeliveries.notePaused(paused, first.createdOn)
  await queueDeliveries(repositories, of(false), first.createdOn)
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

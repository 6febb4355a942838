import type { WebhooksRepositories } from './deps.ts'
import type { DeliveryRef } from './webhook-deliveries-repo.ts'

/** Orders the next turn of each delivery, for when it is due. Ordering the same turn twice is harmless. */
export const queueDeliveries = (
  { jobs }: Pick<WebhooksRepositories, 'jobs'>,
  deliveries: readonly DeliveryRef[],
  now: Date,
): Promise<void> =>
  jobs.enqueue(
    'deliver-webhook',
    deliveries.map(({ tenantId, id, turn, nextAttemptOn }) => ({
      data: { tenantId, deliveryId: id, turn },
      key: `${id}/${turn}`,
      group: tenantId,
      ...(nextAttemptOn > now ? { startAfter: nextAttemptOn } : {}),
    })),
  )

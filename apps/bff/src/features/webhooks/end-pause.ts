import type { WebhooksRepositories } from './deps.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import type { WebhookDelivery } from './webhook-deliveries-repo.ts'

/** As many as are ordered at a time; the sweep of each minute orders the rest. */
const BATCH = 500

/** An endpoint is well, or somebody says so: what waited for its pause to end goes out. */
export const endPause = async (
  repositories: Pick<WebhooksRepositories, 'webhookBreakers' | 'webhookDeliveries' | 'jobs'>,
  { tenantId, endpointId }: Pick<WebhookDelivery, 'tenantId' | 'endpointId'>,
  now: Date,
): Promise<void> => {
  if (!(await repositories.webhookBreakers.reset(endpointId))) return
  const waiting = await repositories.webhookDeliveries.listDue(tenantId, endpointId, now, BATCH)
  await queueDeliveries(repositories, waiting, now)
}

import { AppError } from '@visavis/shared/errors'
import type { WebhooksDeps } from './deps.ts'
import { endPause } from './end-pause.ts'
import type { LoggedDelivery } from './list-deliveries.ts'
import { queueDeliveries } from './queue-deliveries.ts'

/**
 * Sends a delivery again at once, whatever became of it, and starts its retry schedule afresh; a pause of its
 * endpoint is over. The event keeps its id.
 * @throws AppError NOT_FOUND
 */
export const redeliverWebhook = ({ database, now }: WebhooksDeps, tenantId: string, id: string) =>
  database.transaction(async (repositories): Promise<LoggedDelivery> => {
    const { webhookDeliveries } = repositories
    const held = await webhookDeliveries.lock(tenantId, id)
    if (!held) throw new AppError('NOT_FOUND')
    const modifiedOn = now()
    // A claim stays: should it be on its way just now, this turn waits for that one to end.
    const change = { status: 'pending', turn: held.turn + 1, failures: 0, nextAttemptOn: modifiedOn } as const
    await webhookDeliveries.update(tenantId, id, change, modifiedOn)
    const delivery = { ...held, ...change, modifiedOn }
    await endPause(repositories, held, modifiedOn)
    await queueDeliveries(repositories, [delivery], modifiedOn)
    return { delivery, attempts: await webhookDeliveries.listAttempts(tenantId, [id]) }
  })

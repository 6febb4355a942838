import type { WebhooksDeps } from './deps.ts'
import { queueDeliveries } from './queue-deliveries.ts'

/** A delivery this late has lost its job. */
const OVERDUE_MS = 60_000
const BATCH = 500

/**
 * Orders again what should have gone out by now: its process died, or the queue was lost. Of an endpoint whose pause is
 * over it orders one delivery, to see whether it is well again. @returns how many
 */
export const recoverDeliveries = async ({ database, now }: WebhooksDeps): Promise<number> => {
  const seenOn = now()
  const before = new Date(seenOn.getTime() - OVERDUE_MS)
  const overdue = await database.webhookDeliveries.listOverdue(before, BATCH)
  const trials = await database.webhookDeliveries.listTrials(seenOn, BATCH)
  await queueDeliveries(database, [...overdue, ...trials], seenOn)
  return overdue.length + trials.length
}

import { statfs } from 'node:fs/promises'
import type { Backlog } from './metrics.ts'

interface BacklogRepositories {
  webhookDeliveries: { readBacklog(now: Date): Promise<{ pending: number; oldestDueOn: Date | null }> }
  erasureReceipts: { countUnfinished(): Promise<number> }
}

export const readBacklog = async (
  { webhookDeliveries, erasureReceipts }: BacklogRepositories,
  now: Date,
): Promise<Backlog> => {
  const { pending, oldestDueOn } = await webhookDeliveries.readBacklog(now)
  return {
    webhooks: pending,
    oldestWebhookS: oldestDueOn ? (now.getTime() - oldestDueOn.getTime()) / 1000 : 0,
    erasures: await erasureReceipts.countUnfinished(),
  }
}

/** `undefined` where the file system does not say. */
export const readFreeBytes = (folder: string): Promise<number | undefined> =>
  statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  )

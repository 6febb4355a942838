import { EVENT_RETENTION_DAYS, PICTURE_RETENTION_DAYS } from '@visavis/shared/limits'
import type { ServiceDeps } from './deps.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/**
 * Deletes the pictures of attempts, the events and the idempotency keys that have been kept long enough. References of faces stay: those
 * are kept until somebody deletes them.
 */
export const deleteExpiredData = async (
  { database, assets, now }: ServiceDeps,
  signal?: AbortSignal,
): Promise<{ pictures: number; events: number }> => {
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS)
  await database.idempotencyKeys.deleteExpired(now())
  let pictures = 0
  for (;;) {
    const ids = await database.assets.listOfAttemptsBefore(daysAgo(PICTURE_RETENTION_DAYS), BATCH)
    for (const id of ids) {
      if (signal?.aborted) return { pictures, events: 0 }
      // The object first: a row without one is found again tomorrow, an object without a row never.
      await assets.delete(id)
      await database.assets.delete(id)
      pictures += 1
    }
    if (ids.length < BATCH) break
  }
  return { pictures, events: await database.events.deleteBefore(daysAgo(EVENT_RETENTION_DAYS)) }
}

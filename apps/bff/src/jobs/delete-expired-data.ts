import { EVENT_RETENTION_DAYS } from '@visavis/shared/limits'
import type { JobsDeps } from './deps.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/**
 * Deletes the pictures of attempts that their journey keeps no longer, old events, spent idempotency keys and hand-offs.
 * References of faces stay: those are kept until somebody deletes them.
 */
export const deleteExpiredData = async (
  { database, assets, now }: JobsDeps,
  signal?: AbortSignal,
): Promise<{ pictures: number; events: number }> => {
  await database.idempotencyKeys.deleteExpired(now())
  await database.handoffs.deleteExpired(now())
  let pictures = 0
  for (;;) {
    const ids = await database.attempts.listExpiredPictures(now(), BATCH)
    for (const id of ids) {
      if (signal?.aborted) return { pictures, events: 0 }
      // The object first: a row without one is found again next time, an object without a row never.
      await assets.delete(id)
      await database.assets.delete(id)
      pictures += 1
    }
    if (ids.length < BATCH) break
  }
  const eventsBefore = new Date(now().getTime() - EVENT_RETENTION_DAYS * DAY_MS)
  const events = await database.events.deleteBefore(eventsBefore)
  if (pictures + events > 0) await database.purge()
  return { pictures, events }
}

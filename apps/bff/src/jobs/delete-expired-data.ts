import { DEVICE_DAYS, EVENT_RETENTION_DAYS } from '@visavis/shared/limits'
import type { JobsDeps } from './deps.ts'
import { forgetMetadata } from './forget-metadata.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/**
 * Deletes the pictures and the metadata of attempts that their journey keeps no longer, old events, spent idempotency
 * keys and hand-offs, and devices that nobody was let in by for long.
 * References of faces stay: those are kept until somebody deletes them.
 */
export const deleteExpiredData = async (
  deps: Pick<JobsDeps, 'database' | 'assets' | 'now'>,
  signal?: AbortSignal,
): Promise<{ pictures: number; metadata: number; events: number }> => {
  const { database, assets, now } = deps
  await database.idempotencyKeys.deleteExpired(now())
  await database.handoffs.deleteExpired(now())
  await database.applicantDevices.deleteBefore(new Date(now().getTime() - DEVICE_DAYS * DAY_MS))
  let pictures = 0
  for (;;) {
    const ids = await database.attempts.listExpiredPictures(now(), BATCH)
    // Whoever seals one of them anew holds its row: then it is waited for, and nothing comes back.
    await database.assets.hide(ids)
    for (const id of ids) {
      if (signal?.aborted) return { pictures, metadata: 0, events: 0 }
      // The object first: a row without one is found again next time, an object without a row never.
      await assets.delete(id)
      await database.assets.delete(id)
      pictures += 1
    }
    if (ids.length < BATCH) break
  }
  const metadata = await forgetMetadata(deps, { signal })
  const eventsBefore = new Date(now().getTime() - EVENT_RETENTION_DAYS * DAY_MS)
  const events = await database.events.deleteBefore(eventsBefore)
  if (pictures + metadata + events > 0) await database.purge()
  return { pictures, metadata, events }
}

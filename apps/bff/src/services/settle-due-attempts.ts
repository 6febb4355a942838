import type { ServiceDeps } from './deps.ts'
import { lockAndSettle } from './settle-attempt.ts'

const BATCH = 200

/**
 * Applies what time has done to attempts that nobody reads, so that their events come without anyone asking.
 * @returns how many
 */
export const settleDueAttempts = async (
  { database, now }: ServiceDeps,
  signal?: AbortSignal,
): Promise<number> => {
  let settled = 0
  for (;;) {
    const due = await database.attempts.listDue(now(), BATCH)
    for (const { tenantId, faceAuthenticationId } of due) {
      if (signal?.aborted) return settled
      await database.transaction((repositories) =>
        lockAndSettle(repositories, tenantId, faceAuthenticationId, now()),
      )
      settled += 1
    }
    if (due.length < BATCH) return settled
  }
}

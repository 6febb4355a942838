import type { JobsDeps } from './deps.ts'

/** Face authentications looked at in one step; others are served between two. */
const STEP = 500
const DAY_MS = 86_400_000

/**
 * Takes out of attempts and enrolment links that are over what their journey keeps no longer of the person's browser and
 * of the way back. Decisions, and what they rest on, stay.
 * @returns out of how many something was taken
 */
export const forgetMetadata = async (
  { database, now }: Pick<JobsDeps, 'database' | 'now'>,
  signal?: AbortSignal,
): Promise<number> => {
  let total = 0
  for (const { tenantId, id: userJourneyId, days } of await database.userJourneys.listForgetful()) {
    const before = new Date(now().getTime() - days * DAY_MS)
    total += await database.faceEnrollments.forgetMetadata({ tenantId, userJourneyId, before })
    let after: { createdOn: Date; id: string } | undefined
    do {
      if (signal?.aborted) return total
      const scope = { tenantId, userJourneyId, before, after, limit: STEP }
      const step = await database.transaction(async ({ attempts, handoffs }) => {
        const forgotten = await attempts.forgetMetadata(scope)
        if (forgotten.ids.length > 0) await handoffs.erase(tenantId, forgotten.ids)
        return forgotten
      })
      total += step.ids.length
      after = step.last
    } while (after)
  }
  return total
}

import type { JobsDeps } from './deps.ts'

/** Face authentications, or enrolment links, in one step; others are served between two. */
const STEP = 500
const DAY_MS = 86_400_000

type ForgetDeps = Pick<JobsDeps, 'database' | 'now'>

interface Scope {
  tenantId: string
  userJourneyId: string
  before: Date
  limit: number
  now: Date
}

interface Options {
  signal?: AbortSignal | undefined
  /** Default: 500. */
  step?: number
}

/**
 * Takes out of attempts and enrolment links that are over what their journey keeps no longer of the person's browser and
 * of the way back. Decisions, and what they rest on, stay. Each step is done for good: a run that was broken off is gone
 * on with by the next.
 * @returns out of how many something was taken
 */
export const forgetMetadata = async (
  deps: ForgetDeps,
  { signal, step: limit = STEP }: Options = {},
): Promise<number> => {
  let total = 0
  const now = deps.now()
  for (const { tenantId, id: userJourneyId, days } of await deps.database.userJourneys.listForgetful()) {
    const before = new Date(now.getTime() - days * DAY_MS)
    const scope = { tenantId, userJourneyId, before, limit, now }
    total += await forgetOfEnrollments(deps, scope, signal)
    total += await forgetOfAttempts(deps, scope, signal)
  }
  return total
}

const forgetOfEnrollments = async (
  { database }: ForgetDeps,
  scope: Scope,
  signal: AbortSignal | undefined,
): Promise<number> => {
  let total = 0
  let forgotten = 0
  do {
    if (signal?.aborted) return total
    forgotten = await database.faceEnrollments.forgetMetadata(scope)
    total += forgotten
  } while (forgotten === scope.limit)
  return total
}

const forgetOfAttempts = async (
  { database }: ForgetDeps,
  scope: Scope,
  signal: AbortSignal | undefined,
): Promise<number> => {
  let total = 0
  let after: Parameters<typeof database.attempts.forgetMetadata>[0]['after']
  do {
    if (signal?.aborted) return total
    const step = await database.transaction(async ({ attempts, handoffs }) => {
      const forgotten = await attempts.forgetMetadata({ ...scope, after })
      if (forgotten.ids.length > 0) await handoffs.erase(scope.tenantId, forgotten.ids)
      return forgotten
    })
    total += step.ids.length
    after = step.last
  } while (after)
  return total
}

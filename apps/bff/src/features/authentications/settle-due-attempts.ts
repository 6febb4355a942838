import type { AuthenticationsDeps } from './deps.ts'
import { lockAndSettle } from './settle-attempt.ts'

const BATCH = 200

/**
 * Applies what time has done to attempts that nobody reads, so that their events come without anyone asking. One that
 * fails is logged and tried again next time; it does not hold up the others.
 * @returns how many
 */
export const settleDueAttempts = async (deps: AuthenticationsDeps, signal?: AbortSignal): Promise<number> => {
  let total = 0
  for (;;) {
    const due = await deps.database.attempts.listDue(deps.now(), BATCH)
    let settled = 0
    for (const { tenantId, faceAuthenticationId } of due) {
      if (signal?.aborted) return total + settled
      if (await settle(deps, tenantId, faceAuthenticationId)) settled += 1
    }
    total += settled
    // With some of them still there, the next look would find the same ones again.
    if (due.length < BATCH || settled < due.length) return total
  }
}

const settle = async (
  { database, log, now }: AuthenticationsDeps,
  tenantId: string,
  faceAuthenticationId: string,
): Promise<boolean> => {
  try {
    const held = await database.transaction((repositories) =>
      lockAndSettle(repositories, tenantId, faceAuthenticationId, now()),
    )
    return held !== undefined && held.attempt === undefined
  } catch (failure) {
    log.error(
      { face_authentication_id: faceAuthenticationId, stack: (failure as Error).stack },
      'not settled',
    )
    return false
  }
}

import type { CaptureDeps } from '../deps.ts'
import { endChallenge } from './end-challenge.ts'

/** After a challenge has run out: a picture that came in time may still be compared with its turns. */
const FORGOTTEN_AFTER_MS = 120_000
/** Rows hold how many challenges a link has begun, which means nothing once the link is over. */
const KEPT_MS = 31 * 86_400_000
const BATCH = 200

/**
 * Hides the frames of challenges that nobody came back for, whoever dealt them; what is hidden is removed with all other
 * pictures that are. @returns how many challenges
 */
export const sweepChallenges = async ({ database, now }: CaptureDeps): Promise<number> => {
  const before = new Date(now().getTime() - FORGOTTEN_AFTER_MS)
  let swept = 0
  for (;;) {
    const forgotten = await database.livenessChallenges.listForgotten(before, BATCH)
    for (const challenge of forgotten) {
      await database.transaction((repositories) => endChallenge(repositories, challenge))
    }
    swept += forgotten.length
    if (forgotten.length < BATCH) break
  }
  await database.livenessChallenges.deleteBefore(new Date(now().getTime() - KEPT_MS))
  return swept
}

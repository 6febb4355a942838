import { erasePictures, removeErasedPictures } from '../../pictures/index.ts'
import type { CaptureDeps, CaptureRepositories } from '../deps.ts'
import type { LivenessChallenge } from './challenges-repo.ts'

/** Hides the frames of a challenge for good; `forgetFrames` after the transaction. */
export const dropFrames = (
  repositories: CaptureRepositories,
  { tenantId, id }: Pick<LivenessChallenge, 'tenantId' | 'id'>,
): Promise<number> => erasePictures(repositories, tenantId, [id])

/** No step of it is taken any more, and its turns prove nothing. Inside a transaction that holds the link. */
export const endChallenge = async (
  repositories: CaptureRepositories,
  challenge: Pick<LivenessChallenge, 'tenantId' | 'id'>,
): Promise<void> => {
  await repositories.livenessChallenges.update(challenge.id, { state: 'over', turns: {} })
  await dropFrames(repositories, challenge)
}

/** Removes what transactions have hidden. Where it fails, the job that takes up what is left over does it within a minute. */
export const forgetFrames = async (deps: CaptureDeps, tenantId: string): Promise<void> => {
  try {
    await removeErasedPictures(deps, tenantId)
  } catch (cause) {
    deps.log.warn({ err: cause }, 'frames not removed yet')
  }
}

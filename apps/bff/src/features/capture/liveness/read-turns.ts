import { AppError } from '@visavis/shared/errors'
import type { Presentation } from '../../checks/index.ts'
import { readFrames } from '../../pictures/index.ts'
import type { LivenessChallenge } from '../challenge/challenges-repo.ts'
import type { CaptureDeps } from '../deps.ts'

/** The turns that wait for a picture, in the order they were asked for. @throws AppError CHALLENGE_OVER when they are gone */
export const readTurns = (
  deps: CaptureDeps,
  { turns }: Pick<LivenessChallenge, 'turns'>,
): Promise<Presentation['turns'][number][]> => {
  const steps = Object.keys(turns).sort()
  return Promise.all(
    steps.map(async (step) => {
      const { side, offsets, assetId } = turns[step] ?? {}
      const images = assetId === undefined ? undefined : await readFrames(deps, assetId)
      // Another picture of the same link was quicker, or whoever keeps the pictures took them away.
      if (!images || !side) throw new AppError('CHALLENGE_OVER')
      return { side, frames: images.map((image, index) => ({ image, at: offsets?.[index] ?? 0 })) }
    }),
  )
}

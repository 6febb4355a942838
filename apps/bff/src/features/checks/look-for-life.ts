import { createHash } from 'node:crypto'
import type { FaceObservation, FaceRefusal } from '@visavis/face-engine'
import type { TurnSide } from '@visavis/shared/liveness'
import type { Asker, SeenFace } from '../../providers/types.ts'
import type { LivenessEngine } from './liveness-engine.ts'
import { createPassiveCheck } from './passive/passive-check.ts'
import { toScoreBand } from './score-band-rules.ts'
import { createTurnCheck, type SeenTurn } from './turn/turn-check.ts'
import type { Checked } from './types.ts'

/** What somebody showed to the camera. */
export interface Presentation {
  selfie: Uint8Array
  /** Empty: the head was not to be turned. */
  turns: readonly {
    side: TurnSide
    frames: readonly { image: Uint8Array; at: number }[]
  }[]
}

export type LookForLife =
  /** No face to look at in the selfie. */
  | { kind: 'unusable'; reason: FaceRefusal | 'image_unreadable' }
  | {
      kind: 'looked'
      checked: readonly Checked[]
      /** Of the passive score. */
      band: ReturnType<typeof toScoreBand>
      /** The selfie is seen well enough to be judged by itself. */
      isFrontal: boolean
      /** The selfie, for whoever compares it. */
      seen: SeenFace
    }

/** Pictures of one person that are with the engine at a time: its queue gives each tenant its turns, not each person. */
const LANES = 4

/**
 * Looks at all that was shown, on the engine's fair queue, and makes the checks of it.
 * @throws what the engine throws
 */
export const lookForLife = async (
  engine: LivenessEngine,
  { selfie, turns }: Presentation,
  { signal, ...asker }: Asker & { signal: AbortSignal },
): Promise<LookForLife> => {
  const seen = await engine.observe(selfie, { signal, ...asker })
  if (seen.outcome === 'image_refused') return { kind: 'unusable', reason: 'image_unreadable' }
  if (seen.outcome === 'face_refused') return { kind: 'unusable', reason: seen.reason }
  const { observation } = seen
  const frames = turns.flatMap((turn) => turn.frames)
  const looks = await observeAll(
    engine,
    frames.map(({ image }) => image),
    { signal, ...asker },
  )
  const byFrame = new Map(frames.map((frame, index) => [frame, looks[index]]))
  const seenTurns: SeenTurn[] = turns.map(({ side, frames: own }) => ({
    side,
    // A frame without a face is a gap, which the judgement of the turn sees.
    frames: own.flatMap((frame) => {
      const look = byFrame.get(frame)
      return look ? [{ observation: look, at: frame.at }] : []
    }),
  }))
  const passive = createPassiveCheck(engine)
  const inTurns = seenTurns.flatMap((turn) => turn.frames.map((frame) => frame.observation))
  const passiveResult = await passive.evaluate({ observations: [observation, ...inTurns] }, signal)
  const checked: Checked[] = [{ check: passive, result: passiveResult }]
  if (turns.length > 0) {
    const turn = createTurnCheck(engine)
    const evidence = { turns: seenTurns, selfie: observation, hasCopies: hasCopies(turns) }
    checked.push({ check: turn, result: await turn.evaluate(evidence, signal) })
  }
  const isFrontal = observation.passiveScore !== null
  return { kind: 'looked', checked, band: toScoreBand(passiveResult.score), isFrontal, seen: observation }
}

const observeAll = async (
  engine: LivenessEngine,
  images: readonly Uint8Array[],
  options: Asker & { signal: AbortSignal },
): Promise<(FaceObservation | undefined)[]> => {
  const seen: (FaceObservation | undefined)[] = images.map(() => undefined)
  const waiting = images.entries()
  // The lanes share one row of pictures.
  const work = async () => {
    for (const [index, image] of waiting) {
      const result = await engine.observe(image, options)
      seen[index] = result.outcome === 'observed' ? result.observation : undefined
    }
  }
  await Promise.all(Array.from({ length: LANES }, work))
  return seen
}

/** Whether a file of one turn stands in another one too. */
const hasCopies = (turns: Presentation['turns']): boolean => {
  const all = turns.flatMap(({ frames }) => [
    ...new Set(frames.map(({ image }) => createHash('sha256').update(image).digest('base64url'))),
  ])
  return new Set(all).size < all.length
}

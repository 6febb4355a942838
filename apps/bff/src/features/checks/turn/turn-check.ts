import type { FaceObservation, TimedObservation } from '@visavis/face-engine'
import type { TurnSide } from '@visavis/shared/liveness'
import type { LivenessEngine } from '../liveness-engine.ts'
import { NOT_LIVE } from '../not-live.ts'
import type { Check, CheckResult } from '../types.ts'

/** A turn of the head, as far as a face was seen in its frames. */
export interface SeenTurn {
  side: TurnSide
  frames: readonly TimedObservation[]
}

interface Evidence {
  /** In the order they were asked for. */
  turns: readonly SeenTurn[]
  selfie: FaceObservation
  /** Two frames are one and the same file. */
  hasCopies: boolean
}

interface Problem {
  kind: 'spoof' | 'unclear'
  reason: string
}

/** Whether a head turned as it was asked to, and the picture afterwards is of the same person in the same place. */
export const createTurnCheck = (engine: LivenessEngine): Check<'turn', Evidence> => ({
  id: 'turn',
  kind: 'presentation',
  needs: 'challenge',
  refusal: NOT_LIVE,
  evaluate: async (evidence) => toResult(engine, findProblems(engine, evidence)),
})

const toResult = ({ modelId }: LivenessEngine, problems: readonly Problem[]): CheckResult => {
  const isSpoof = problems.some(({ kind }) => kind === 'spoof')
  const outcome = isSpoof ? 'failed' : problems.length > 0 ? 'unclear' : 'passed'
  const reasons = [...new Set(problems.map(({ reason }) => reason))]
  return { outcome, score: null, modelId, ...(reasons.length > 0 ? { reasons } : {}) }
}

const findProblems = (engine: LivenessEngine, { turns, selfie, hasCopies }: Evidence): Problem[] => [
  // A camera that is slow may give one picture twice in a turn, never in two of them.
  ...(hasCopies ? [{ kind: 'spoof', reason: 'copied' } as const] : []),
  ...turns.flatMap(({ frames, side }) => engine.judgeTurn(frames, side).problems),
  ...findBreaks(engine, turns, selfie),
]

/** Between the turns, and to the picture: whoever takes over there passes every turn by themselves. */
const findBreaks = (
  engine: LivenessEngine,
  turns: readonly SeenTurn[],
  selfie: FaceObservation,
): Problem[] => {
  // Each begins looking ahead, as the picture does.
  const starts = turns.flatMap(({ frames }) => frames[0]?.observation ?? [])
  return [...starts, selfie].flatMap((observation, index, all) => {
    const before = all[index - 1]
    if (!before) return []
    return [
      ...(engine.isSamePerson(before, observation, 'selfie')
        ? []
        : [{ kind: 'spoof', reason: 'other_person' } as const]),
      // A lamp or a cloud does that too.
      ...(engine.isSameScene(before, observation)
        ? []
        : [{ kind: 'unclear', reason: 'other_scene' } as const]),
    ]
  })
}

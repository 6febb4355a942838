import type { FaceObservation } from '@visavis/face-engine'
import type { LivenessEngine } from '../liveness-engine.ts'
import { NOT_LIVE } from '../not-live.ts'
import type { Check } from '../types.ts'

interface Evidence {
  /** The selfie, and whatever frames there are. */
  observations: readonly FaceObservation[]
}

/** A look at pictures that were taken anyway: whether they show a print or a screen. */
export const createPassiveCheck = (engine: LivenessEngine): Check<'passive', Evidence> => ({
  id: 'passive',
  kind: 'presentation',
  needs: 'still',
  refusal: NOT_LIVE,
  evaluate: async ({ observations }) => {
    const { outcome, score } = engine.judgePassive(observations)
    return { outcome, score, modelId: engine.modelId }
  },
})

import type { FaceEngine, RecognitionModel } from '@visavis/face-engine'

const REFUSED = { outcome: 'image_refused', reason: 'image_too_large' } as const

const model: RecognitionModel = {
  id: 'none',
  pipelineId: 'none',
  length: 128,
  isUnit: true,
  levelDistances: [],
  levelFalseMatchRates: [],
}

/** An engine that holds nothing and refuses each picture. */
export const createFaceEngine = async (): Promise<FaceEngine> => ({
  model,
  runtime: { kind: 'native' },
  liveness: { modelId: 'none' },
  enrol: async () => REFUSED,
  verify: async () => REFUSED,
  compare: () => null,
  observe: async () => REFUSED,
  filmstrip: async () => null,
  countWaiting: () => 0,
  close: async () => undefined,
})

import { type FaceEngine, isSamePerson, isSameScene, judgePassive, judgeTurn } from '@visavis/face-engine'
import type { LivenessEngine } from './liveness-engine.ts'

export const toLivenessEngine = (
  engine: Pick<FaceEngine, 'model' | 'liveness' | 'observe' | 'filmstrip'>,
): LivenessEngine => ({
  modelId: engine.liveness.modelId,
  observe: (image, options) => engine.observe(image, options),
  filmstrip: (rows, options) => engine.filmstrip(rows, options),
  judgePassive,
  judgeTurn: (frames, side) => judgeTurn(frames, side, engine.model),
  isSamePerson: (a, b, between) => isSamePerson(a, b, engine.model, between),
  isSameScene,
})

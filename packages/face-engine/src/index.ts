export { FACE_API_MODEL, findNearest, toMatchLevel } from './compare-templates.ts'
export { createFaceEngine } from './create-face-engine.ts'
export { FaceEngineError, type FaceEngineErrorCode } from './face-engine-error.ts'
export { judgePassive, type PassiveJudgement } from './liveness/judge-passive.ts'
export { judgeTurn } from './liveness/judge-turn.ts'
export { isSamePerson, type Occasion } from './liveness/same-person.ts'
export { isSameScene } from './liveness/same-scene.ts'
export type * from './liveness/types.ts'
export {
  isRecognitionModelName,
  RECOGNITION_MODEL_NAMES,
  type RecognitionModelName,
} from './recognition/catalog.ts'
export type { RecognitionModel } from './recognition/recognition-model.ts'
export type { ChosenRuntime, RuntimeSetting } from './runtime/choose-runtime.ts'
export type { RuntimeKind } from './runtime/runtime.ts'
export type { Stage, StageTimes } from './stage-clock.ts'
export type * from './types.ts'

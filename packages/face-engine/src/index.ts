export { createFaceEngine } from './create-face-engine.ts'
export { FaceEngineError, type FaceEngineErrorCode } from './face-engine-error.ts'
export type { Stage, StageTimes } from './stage-clock.ts'
export type * from './types.ts'

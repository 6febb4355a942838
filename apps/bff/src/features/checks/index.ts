/** What else is looked at beside the face. */

export { decide, type Refusal } from './decide-rules.ts'
export type { LivenessEngine } from './liveness-engine.ts'
export { type LookForLife, lookForLife, type Presentation } from './look-for-life.ts'
export { NOT_LIVE } from './not-live.ts'
export { createReplayCheck } from './replay/replay-check.ts'
export { toLivenessEngine } from './to-liveness-engine.ts'
export type { Checked, CheckResults } from './types.ts'

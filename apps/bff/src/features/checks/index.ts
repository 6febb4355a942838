/** What else is looked at beside the face. */

export { createReplayCheck } from './replay/replay-check.ts'
export type { CheckResults } from './types.ts'

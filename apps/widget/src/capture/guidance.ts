import type { Verdict } from './judge-frame.ts'

/** `starting`: the on-device engine is on its way. `manual`: it will not come, the person presses the button. */
export type GuidanceCode = Verdict | 'starting' | 'manual'

/** A message stays at least this long: long enough to read, and for a screen reader to begin. */
export const MIN_MESSAGE_MS = 600

export interface Guidance {
  code: GuidanceCode
  /** When it appeared, ms. */
  since: number
}

/** The message to show after a frame was judged `code` at `now`: the old one until it has had its time. */
export const nextGuidance = (shown: Guidance, code: GuidanceCode, now: number): Guidance =>
  code === shown.code || now - shown.since < MIN_MESSAGE_MS ? shown : { code, since: now }

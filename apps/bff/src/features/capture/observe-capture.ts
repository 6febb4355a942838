import type { PictureSource } from '@visavis/shared/picture-source'
import type { Purpose, Verdict } from './verdict.ts'

/** Told once it is written. */
export type CaptureObservation =
  | {
      kind: 'picture'
      purpose: Purpose
      /** `null`: nobody said. */
      source: PictureSource | null
      outcome: Verdict | 'retry' | 'replayed'
    }
  /** A decline locked the applicant. */
  | { kind: 'lock' }

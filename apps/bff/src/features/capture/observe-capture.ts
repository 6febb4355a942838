import type { CourseEvent } from '@visavis/shared/capture-course'
import type { PictureSource } from '@visavis/shared/picture-source'
import type { Purpose, Verdict } from './verdict.ts'

/** Told once it is written. */
export type CaptureObservation =
  | {
      kind: 'picture'
      purpose: Purpose
      /** `null`: nobody said. */
      source: PictureSource | null
      /** `turn`: the head has to be turned first, or again. */
      outcome: Verdict | 'retry' | 'turn' | 'replayed' | 'not_live'
    }
  /** A decline locked the applicant. */
  | { kind: 'lock' }
  /** What a page told and was kept. */
  | { kind: 'course'; events: readonly CourseEvent[]; isCameraNew: boolean }

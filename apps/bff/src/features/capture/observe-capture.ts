import type { RetryReason } from '@visavis/shared/capture-api'
import type { CourseEvent } from '@visavis/shared/capture-course'
import type { PictureSource } from '@visavis/shared/picture-source'
import type { ResponseCode } from '@visavis/shared/response-codes'
import { isTestTenant } from '@visavis/shared/test-mode'
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
  /** A face authentication was decided. */
  | { kind: 'decision'; userJourneyId: string; codes: readonly ResponseCode[] }
  /** A decline locked the applicant. */
  | { kind: 'lock' }
  /** Somebody came that far at a face authentication, for the first time on that link. */
  | { kind: 'step'; step: 'opened' | 'agreed' }
  /** A picture could not be used. */
  | { kind: 'retry'; reasons: readonly RetryReason[] }
  /** What a page told and was kept. */
  | { kind: 'course'; events: readonly CourseEvent[]; isCameraNew: boolean }

export interface Observing {
  /** Absent: nobody counts. */
  observeCapture?: (observation: CaptureObservation) => void
}

/** What happens in test mode is in no metric: it would set off alerts that are about people. */
export const observe = (
  { observeCapture }: Observing,
  { tenantId }: { tenantId: string },
  observation: CaptureObservation,
): void => {
  if (!isTestTenant(tenantId)) observeCapture?.(observation)
}

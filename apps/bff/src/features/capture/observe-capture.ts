import type { CaptureSubject } from './capture-subject.ts'

/** A picture that came, and what came of it. Told once it is written. */
export interface CaptureObservation {
  purpose: CaptureSubject['purpose']
  /** This decline locked the applicant. */
  hasLocked: boolean
}

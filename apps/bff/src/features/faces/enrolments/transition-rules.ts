import type { EnrollmentStatus } from '@visavis/shared/statuses'
import type { FaceTrigger } from '../transition-rules.ts'

/** Everything that can happen to an enrolment link. */
export const ENROLLMENT_TRIGGERS = [
  'replaced',
  'link_opened',
  'link_expired',
  'capture_aborted',
  'capture_refused',
  'unusable',
  'enrolled',
  'sent_to_review',
] as const
export type EnrollmentTrigger = (typeof ENROLLMENT_TRIGGERS)[number]

export interface EnrollmentStep {
  status: EnrollmentStatus
  /** What it means for the face; absent: nothing, it waits for another link. */
  face?: FaceTrigger
}

/** The words are those of an attempt; there is no waiting for a verdict. What is not here is illegal. */
const TABLE: Partial<Record<EnrollmentStatus, Partial<Record<EnrollmentTrigger, EnrollmentStep>>>> = {
  pending_redirection: {
    replaced: { status: 'terminated' },
    link_opened: { status: 'capture_in_progress', face: 'capture_started' },
    link_expired: { status: 'expired' },
  },
  capture_in_progress: {
    replaced: { status: 'terminated', face: 'capture_left' },
    capture_aborted: { status: 'capture_aborted', face: 'capture_left' },
    capture_refused: { status: 'capture_refused', face: 'capture_refused' },
    unusable: { status: 'checks_inconclusive', face: 'unusable' },
    enrolled: { status: 'completed', face: 'enrolled' },
    sent_to_review: { status: 'completed', face: 'sent_to_review' },
  },
}

/** The step a trigger causes, or `undefined` when it is not allowed in that status. */
export const nextEnrollment = (
  status: EnrollmentStatus,
  trigger: EnrollmentTrigger,
): EnrollmentStep | undefined => TABLE[status]?.[trigger]

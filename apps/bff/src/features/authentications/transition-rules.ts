import {
  type AttemptStatus,
  type AuthenticationStatus,
  type EventType,
  FAILED_ATTEMPT_STATUSES,
} from '@visavis/shared/statuses'

/** Everything that can happen to a face authentication and its open attempt. */
export const TRIGGERS = [
  'attempt_created',
  'link_opened',
  'link_expired',
  'capture_aborted',
  'capture_refused',
  'capture_completed',
  'matched',
  'mismatched',
  'unusable',
  'closed',
] as const
export type Trigger = (typeof TRIGGERS)[number]

type AuthenticationStep = { status: AuthenticationStatus; event: EventType }
type Table<Status extends string, Step> = Partial<Record<Status, Partial<Record<Trigger, Step>>>>

const OPENED = { status: 'capture_in_progress', event: 'face_authentication_started' } as const
const RESET = { status: 'pending', event: 'face_authentication_reset' } as const

const CLOSED = { status: 'inconclusive', event: 'face_authentication_closed' } as const

/** Source: Checkout.com Face Authentication, "Transitions to model in a sandbox". What is not here is illegal. */
const AUTHENTICATION_TABLE: Table<AuthenticationStatus, AuthenticationStep> = {
  created: { attempt_created: { status: 'pending', event: 'face_authentication_opened' }, closed: CLOSED },
  pending: {
    attempt_created: RESET,
    link_opened: OPENED,
    link_expired: { status: 'retry_required', event: 'face_authentication_link_expired' },
    closed: CLOSED,
  },
  capture_in_progress: {
    attempt_created: RESET,
    capture_aborted: { status: 'retry_required', event: 'face_authentication_capture_aborted' },
    capture_refused: { status: 'refused', event: 'face_authentication_capture_refused' },
    capture_completed: { status: 'checks_in_progress', event: 'face_authentication_capture_completed' },
    closed: CLOSED,
  },
  checks_in_progress: {
    matched: { status: 'approved', event: 'face_authentication_checks_completed' },
    mismatched: { status: 'declined', event: 'face_authentication_checks_completed' },
    unusable: { status: 'retry_required', event: 'face_authentication_checks_inconclusive' },
    closed: CLOSED,
  },
  retry_required: {
    attempt_created: { status: 'pending', event: 'face_authentication_retry_requested' },
    closed: CLOSED,
  },
}

/** The open attempt's side of the same table; `attempt_created` means that a newer one takes its place. */
const ATTEMPT_TABLE: Table<AttemptStatus, AttemptStatus> = {
  pending_redirection: {
    attempt_created: 'terminated',
    link_opened: 'capture_in_progress',
    link_expired: 'expired',
    closed: 'terminated',
  },
  capture_in_progress: {
    attempt_created: 'terminated',
    capture_aborted: 'capture_aborted',
    capture_refused: 'capture_refused',
    capture_completed: 'checks_in_progress',
    closed: 'terminated',
  },
  checks_in_progress: {
    matched: 'completed',
    mismatched: 'completed',
    unusable: 'checks_inconclusive',
    closed: 'terminated',
  },
}

/**
 * The step a trigger causes, or `undefined` when it is not allowed in that status.
 * @param isLastTry the journey allows no attempt after this one: what would be `retry_required` is `inconclusive`
 */
export const nextAuthentication = (
  status: AuthenticationStatus,
  trigger: Trigger,
  { isLastTry }: { isLastTry: boolean },
): AuthenticationStep | undefined => {
  const step = AUTHENTICATION_TABLE[status]?.[trigger]
  return step?.status === 'retry_required' && isLastTry ? { ...step, status: 'inconclusive' } : step
}

/** The attempt's new status, or `undefined` when the trigger is not allowed in that status. */
export const nextAttempt = (status: AttemptStatus, trigger: Trigger): AttemptStatus | undefined =>
  ATTEMPT_TABLE[status]?.[trigger]

/** Whether an attempt of a face authentication in that status can be open: these and the open attempts go together. */
export const hasOpenAttempt = (status: AuthenticationStatus): boolean =>
  status === 'pending' || status === 'capture_in_progress' || status === 'checks_in_progress'

/** Whether anything can still happen to an attempt in that status. */
export const isOpenAttempt = (status: AttemptStatus): boolean => status in ATTEMPT_TABLE

/** Whether an attempt ended without a verdict; one that a newer one replaced has not failed. */
export const isFailedAttempt = (status: AttemptStatus): boolean =>
  (FAILED_ATTEMPT_STATUSES as readonly AttemptStatus[]).includes(status)

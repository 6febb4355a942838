/** Status of a face authentication. Wire values: Checkout.com Face Authentication API. */
export const AUTHENTICATION_STATUSES = [
  'created',
  'pending',
  'capture_in_progress',
  'checks_in_progress',
  'approved',
  'declined',
  'retry_required',
  'refused',
  'inconclusive',
] as const
export type AuthenticationStatus = (typeof AUTHENTICATION_STATUSES)[number]

/** Status of one attempt. Wire values: Checkout.com Face Authentication API. */
export const ATTEMPT_STATUSES = [
  'pending_redirection',
  'capture_in_progress',
  'capture_aborted',
  'capture_refused',
  'expired',
  'checks_in_progress',
  'checks_inconclusive',
  'completed',
  'terminated',
] as const
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number]

/** How an attempt ends without a verdict of its own: these count towards a journey's retry limit. */
export const FAILED_ATTEMPT_STATUSES = [
  'capture_aborted',
  'expired',
  'checks_inconclusive',
] as const satisfies AttemptStatus[]

/** What happened; also the `event` of the return query. */
export const EVENT_TYPES = [
  'face_authentication_created',
  'face_authentication_opened',
  'face_authentication_started',
  'face_authentication_reset',
  'face_authentication_link_expired',
  'face_authentication_capture_aborted',
  'face_authentication_capture_refused',
  'face_authentication_capture_completed',
  'face_authentication_checks_completed',
  'face_authentication_checks_inconclusive',
  'face_authentication_retry_requested',
  'face_authentication_closed',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** Status of an enrolled reference picture. */
export const FACE_STATUSES = [
  'NEW',
  'ACTIVATING',
  'ACTIVE',
  'REVIEW',
  'FAILED',
  'EXPIRED',
  'DISABLED',
] as const
export type FaceStatus = (typeof FACE_STATUSES)[number]

/** Where a face came from. */
export const FACE_SOURCES = ['upload', 'attempt', 'enrollment', 'vendor'] as const
export type FaceSource = (typeof FACE_SOURCES)[number]

/** Status of one enrolment link: the words of an attempt, without the waiting for a verdict. */
export const ENROLLMENT_STATUSES = [
  'pending_redirection',
  'capture_in_progress',
  'capture_aborted',
  'capture_refused',
  'expired',
  'checks_inconclusive',
  'completed',
  'terminated',
] as const satisfies readonly AttemptStatus[]
export type EnrollmentStatus = (typeof ENROLLMENT_STATUSES)[number]

/** What an erasure removes, as named on its receipt. */
export const ERASURE_KINDS = [
  'applicant_field',
  'attempt_field',
  'index_entry',
  'picture',
  'template',
  'vendor_capture',
  'vendor_reference',
] as const
export type ErasureKind = (typeof ERASURE_KINDS)[number]

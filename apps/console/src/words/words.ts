/** Names of the wire in words, for people. */
import type { AuditAction, AuditActorType, AuditReason } from '@visavis/shared/audit'
import type { RetryReason } from '@visavis/shared/capture-api'
import type { ConsoleRole } from '@visavis/shared/console-roles'
import { MAX_COUNTED_REVIEWS } from '@visavis/shared/limits'
import { LOOK_REASONS, type LookReason } from '@visavis/shared/look-reasons'
import type { PictureRequestStatus } from '@visavis/shared/picture-access'
import { RESPONSE_CODE_MEANINGS } from '@visavis/shared/response-code-guide'
import { RESPONSE_CODES, type ResponseCode } from '@visavis/shared/response-codes'
import type { ReviewCause, ReviewReasonCode, ReviewStatus } from '@visavis/shared/reviews'
import type { Scope } from '@visavis/shared/scopes'
import type {
  AttemptStatus,
  AuthenticationStatus,
  ErasureKind,
  FaceSource,
  FaceStatus,
} from '@visavis/shared/statuses'
import type { WebhookEventType } from '@visavis/shared/webhook-events'

export type Tone = 'good' | 'bad' | 'care' | 'plain'

export const STATUS_WORDS: Record<AuthenticationStatus, readonly [words: string, tone: Tone]> = {
  created: ['Created', 'plain'],
  pending: ['Waiting for the person', 'plain'],
  capture_in_progress: ['In front of the camera', 'plain'],
  checks_in_progress: ['Being compared', 'plain'],
  approved: ['Approved', 'good'],
  declined: ['Declined', 'bad'],
  retry_required: ['New attempt needed', 'care'],
  refused: ['Refused by the person', 'care'],
  inconclusive: ['Inconclusive', 'care'],
}

export const ATTEMPT_WORDS: Record<AttemptStatus, readonly [words: string, tone: Tone]> = {
  pending_redirection: ['Link not opened yet', 'plain'],
  capture_in_progress: ['In front of the camera', 'plain'],
  capture_aborted: ['Left before the picture', 'care'],
  capture_refused: ['Refused by the person', 'care'],
  expired: ['Link ran out', 'care'],
  checks_in_progress: ['Being compared', 'plain'],
  checks_inconclusive: ['Inconclusive', 'care'],
  completed: ['Decided', 'plain'],
  terminated: ['Ended', 'care'],
}

export const FACE_WORDS: Record<FaceStatus, readonly [words: string, tone: Tone]> = {
  NEW: ['Waiting for the person', 'plain'],
  ACTIVATING: ['In front of the camera', 'plain'],
  ACTIVE: ['Active', 'good'],
  REVIEW: ['To be looked at', 'care'],
  FAILED: ['Failed', 'bad'],
  EXPIRED: ['Expired', 'care'],
  DISABLED: ['Disabled', 'care'],
}

export const FACE_SOURCE_WORDS: Record<FaceSource, string> = {
  upload: 'an upload',
  attempt: 'an approved attempt',
  enrollment: 'an enrolment link',
  vendor: 'a vendor',
}

export const LOCKOUT_WORDS = {
  OPEN: ['Not locked', 'good'],
  DELAYED: ['Has to wait', 'care'],
  LOCKED: ['Locked', 'bad'],
} as const satisfies Record<string, readonly [words: string, tone: Tone]>

export const ERASURE_WORDS: Record<ErasureKind, string> = {
  applicant_field: 'Fields of the applicant',
  attempt_field: 'Fields of attempts',
  index_entry: 'Entries of the 1:N index',
  picture: 'Pictures',
  template: 'Templates',
  vendor_capture: 'Captures at vendors',
  vendor_reference: 'References at vendors',
}

const EVENT_WORDS: Record<WebhookEventType, string> = {
  face_authentication_created: 'Face authentication created',
  face_authentication_opened: 'Link made',
  face_authentication_started: 'Link opened',
  face_authentication_reset: 'Started over',
  face_authentication_link_expired: 'Link ran out',
  face_authentication_capture_aborted: 'Capture left',
  face_authentication_capture_refused: 'Refused by the person',
  face_authentication_capture_completed: 'Picture taken',
  face_authentication_checks_completed: 'Decided',
  face_authentication_checks_inconclusive: 'Checks without a verdict',
  face_authentication_retry_requested: 'New attempt asked for',
  face_authentication_closed: 'Closed',
  face_authentication_reviewed: 'Reviewed by people',
  applicant_locked: 'Applicant locked',
  face_authentication_anonymized: 'Face authentication erased',
  face_added: 'Face added',
  face_removed: 'Face removed',
  face_reviewed: 'Face reviewed by people',
  face_enrollment_required: 'New enrolment needed',
}

/** Events of a later server than this page keep their own name. */
export const toEventWords = (type: string): string =>
  Object.hasOwn(EVENT_WORDS, type) ? EVENT_WORDS[type as WebhookEventType] : type.replaceAll('_', ' ')

export const RETRY_WORDS: Record<RetryReason, string> = {
  no_face: 'no face in the picture',
  several_faces: 'several faces',
  face_too_small: 'face too far away',
  face_too_close: 'face too close',
  face_turned: 'face turned away',
  face_blurry: 'face out of focus',
  image_unreadable: 'picture not readable',
}

export const LIVENESS_WORDS = {
  passed: ['Passed', 'good'],
  failed: ['Failed: no living person', 'bad'],
  not_done: ['Not done', 'plain'],
} as const satisfies Record<string, readonly [words: string, tone: Tone]>

/** How it was looked for. */
export const LIVENESS_METHOD_WORDS = {
  none: '',
  passive: 'by the picture alone',
  active: 'by turns of the head',
} as const

export const REVIEW_WORDS: Record<ReviewStatus, readonly [words: string, tone: Tone]> = {
  pending: ['Waits for a person', 'care'],
  accepted: ['Accepted by a person', 'good'],
  refused: ['Refused by a person', 'bad'],
}

export const REVIEW_CAUSE_WORDS: Record<ReviewCause, string> = {
  decline: 'It was declined',
  risk: 'It has a risk label',
  new_face: 'A new face that nothing vouches for',
}

export const REVIEW_REASON_WORDS: Record<ReviewReasonCode, string> = {
  same_person: 'The same person',
  different_person: 'A different person',
  presentation_attack: 'A print, a screen or a mask',
  picture_unusable: 'Nobody can tell by this picture',
  other: 'Another reason',
}

export const DELIVERY_WORDS = {
  pending: ['on its way', 'care'],
  delivered: ['delivered', 'good'],
  failed: ['given up', 'bad'],
} as const satisfies Record<string, readonly [words: string, tone: Tone]>

export const ACTION_WORDS: Record<AuditAction, string> = {
  'applicant.anonymize': 'Applicant anonymized',
  'applicant.export': 'Applicants exported',
  'applicant.unlock': 'Applicant unlocked',
  'applicant.update': 'Applicant changed',
  'attempt.export': 'Attempts exported',
  'console_invite.create': 'Console user invited',
  'console_invite.deny': 'Invitation refused',
  'console_invite.revoke': 'Invitation revoked',
  'console_user.create': 'Console user registered',
  'console_user.delete': 'Console user removed',
  'console_user.deny': 'Console user refused',
  'console_user.sign_in': 'Signed in',
  'console_user.sign_out': 'Signed out',
  'console_user.step_up': 'Confirmed with the passkey',
  'console_user.switch': 'Switched here from another tenant',
  'console_user.update': 'Console user’s role changed',
  'event.export': 'Events exported',
  'face.activate': 'Face activated',
  'face.add': 'Face added',
  'face.delete': 'Face deleted',
  'face.export': 'Faces exported',
  'face.review': 'Face reviewed',
  'face.update': 'Face changed',
  'face_authentication.anonymize': 'Face authentication anonymized',
  'face_authentication.export': 'Face authentications exported',
  'face_authentication.review': 'Face authentication reviewed',
  'face_enrollment.create': 'Enrolment link made',
  'indexed_face.add': 'Face added to the 1:N index',
  'indexed_face.delete': 'Face deleted from the 1:N index',
  'indexed_face.search': '1:N index searched',
  'key.create': 'API key created',
  'key.delete': 'API key revoked',
  'oauth_client.create': 'OAuth client created',
  'oauth_client.delete': 'OAuth client deleted',
  'picture.allow': 'Look at a picture allowed',
  'picture.ask': 'Look at a picture asked for',
  'picture.deny': 'Picture refused',
  'picture.read': 'Picture looked at',
  'picture.refuse': 'Look at a picture not allowed',
  'tenant.update': 'Rule for pictures changed',
  'test_tenant.create': 'Test mode begun',
  'user_journey.create': 'User journey created',
  'user_journey.test': 'Provider settings tried',
  'user_journey.update': 'User journey changed',
  'webhook_delivery.redeliver': 'Webhook sent again',
  'webhook_endpoint.create': 'Webhook endpoint created',
  'webhook_endpoint.delete': 'Webhook endpoint deleted',
  'webhook_endpoint.test': 'Webhook endpoint tested',
  'webhook_endpoint.update': 'Webhook endpoint changed',
}

export const ACTOR_WORDS: Record<AuditActorType, string> = {
  key: 'API key',
  oauth_client: 'OAuth client',
  console_user: 'Console user',
  terminal: 'Operator’s terminal',
}

/** Why somebody wants to look at a picture. */
export const LOOK_REASON_WORDS: Record<LookReason, string> = {
  complaint: 'A complaint',
  fraud_suspected: 'Suspected fraud',
  quality_check: 'A check of quality',
  review: 'A review',
  support: 'A question to support',
}

export const LOOK_REASON_OPTIONS = LOOK_REASONS.map((reason) => [reason, LOOK_REASON_WORDS[reason]] as const)

export const LOOK_STATUS_WORDS: Record<PictureRequestStatus, string> = {
  waiting: 'Not yet answered',
  allowed: 'Allowed',
  refused: 'Refused',
  over: 'Over',
}

/** Behind what was refused, or asked for. */
export const REASON_WORDS: Record<AuditReason, string> = {
  ...LOOK_REASON_WORDS,
  answer_refused: 'The sign-in provider did not vouch for anybody.',
  email_unverified: 'The sign-in provider has not verified the e-mail address.',
  login_stale: 'They did not sign in at the provider anew.',
  other_account: 'Another account of the sign-in provider than theirs.',
  replayed: 'The same sign-in was sent twice.',
  state_wrong: 'Begun in another browser or session, or too long ago.',
}

export const SCOPE_WORDS: Record<Scope, string> = {
  'applicant:*': 'Applicants: create, read, change, erase.',
  'face:add': 'Enrol faces, and make links for that.',
  'face:view': 'Read faces.',
  'face:edit': 'Change and activate faces.',
  'face:remove': 'Delete faces.',
  'face-authentication:*': 'Face authentications, their attempts and events.',
  match: 'Compare two pictures.',
  'one-to-n': 'Search for a face among all, and fill what is searched.',
  'audit:view': 'Read the audit log.',
  review: 'Accept or refuse what waits for a review.',
  admin: 'Everything, and alone: user journeys, keys, OAuth clients and webhooks.',
}

export const ROLE_WORDS: Record<ConsoleRole, string> = {
  viewer: 'Viewer: sees no pictures',
  reviewer: 'Reviewer: pictures and reviews too',
  admin: 'Admin: settings, keys and team too',
}

const isResponseCode = (code: number): code is ResponseCode => Object.hasOwn(RESPONSE_CODES, code)

/** What a code means, and what to do. */
export const toCodeWords = (code: number): readonly [meaning: string, remedy: string] | undefined =>
  isResponseCode(code) ? RESPONSE_CODE_MEANINGS[code] : undefined

/** For a list to choose from. */
export const CODE_OPTIONS = Object.entries(RESPONSE_CODES).map(([code, summary]) => ({
  value: code,
  label: `${code} ${summary.replaceAll('_', ' ')}`,
}))

/** Nobody counts further than that. */
export const toCountWords = (count: number): string =>
  count < MAX_COUNTED_REVIEWS ? String(count) : `${MAX_COUNTED_REVIEWS - 1}+`

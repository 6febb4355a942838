import type { AttemptClient } from '@visavis/shared/attempt-details'
import type { RetryReason } from '@visavis/shared/capture-api'
import type { GivenConsent } from '@visavis/shared/consent'
import type { PictureSource } from '@visavis/shared/picture-source'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus, EventType } from '@visavis/shared/statuses'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import type { Positioned } from '../../storage/tables.ts'
import type { CheckResults } from '../checks/index.ts'
import type { Course } from './course-rules.ts'

/** How often pictures were refused, by reason. */
export type RetryCounts = Readonly<Partial<Record<RetryReason, number>>>

export interface Attempt {
  id: string
  tenantId: string
  faceAuthenticationId: string
  status: AttemptStatus
  responseCodes: readonly ResponseCode[]
  /** The last thing that happened; sent along on the way back. */
  event: EventType
  redirectUrl: string
  residenceCountry: string | null
  language: string | null
  /** BCP 47; what the partner wants the page to speak. */
  locale: string | null
  /** Keyed hash of the digit string, 32 bytes, while it may still be typed. */
  digitStringHash: Uint8Array | null
  /** SHA-256 of the capture token, 32 bytes; the token itself is never stored. */
  captureTokenHash: Uint8Array
  /** Thumbprint of the key of the browser that has the link (RFC 7638), 32 bytes; `null`: whoever has the token. */
  deviceKeyHash: Uint8Array | null
  /** Until then the link may be opened; once opened, until then the capture must be delivered. */
  expiresOn: Date
  /** When its page first asked for it; `null`: never, or before that was kept. */
  openedOn: Date | null
  consentOn: Date | null
  /** What was agreed to; `null`: nothing yet, or before that was kept. */
  consent: GivenConsent | null
  /** When its page first said that the camera shows. */
  cameraOn: Date | null
  /** Pictures checked so far. */
  captureCount: number
  /** Of the picture it was decided on; `null`: none yet, or nobody said. */
  source: PictureSource | null
  /** What the checks found of the picture it was decided on. */
  checkResults: CheckResults
  /** What the journey asked of the picture it was decided on; `null`: none was compared here. */
  minimumMatchLevel: number | null
  /** Of the pictures that could not be used; `null`: there were none. */
  retryReasons: RetryCounts | null
  /** What opened the link, or took it over, in coarse words: nobody's exact user agent. */
  client: AttemptClient | null
  /** How the capture went, as its page tells it. */
  course: Course | null
  /** The upload under way; a newer one replaces it. */
  uploadId: string | null
  /** Until when at the latest that upload is being compared. */
  comparingUntil: Date | null
  /** Address of the browser that opened the link. */
  ipAddress: string | null
  createdOn: Date
  modifiedOn: Date
}

export interface AttemptTables {
  attempts: Attempt & Positioned
}

/** The same three as in the index `attempts_one_open`. */
export const OPEN_ATTEMPT_STATUSES: AttemptStatus[] = [
  'pending_redirection',
  'capture_in_progress',
  'checks_in_progress',
]

export const ATTEMPT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  faceAuthenticationId: 'kept',
  status: 'kept',
  responseCodes: 'kept',
  event: 'kept',
  redirectUrl: 'personal',
  residenceCountry: 'personal',
  language: 'personal',
  locale: 'personal',
  digitStringHash: 'personal',
  captureTokenHash: 'kept',
  deviceKeyHash: 'personal',
  expiresOn: 'kept',
  openedOn: 'kept',
  consentOn: 'kept',
  // Whoever relies on a consent has to be able to show it (GDPR Art. 7 (1)).
  consent: 'kept',
  cameraOn: 'kept',
  captureCount: 'kept',
  source: 'kept',
  checkResults: 'kept',
  // A setting of the journey.
  minimumMatchLevel: 'kept',
  retryReasons: 'personal',
  client: 'personal',
  course: 'personal',
  uploadId: 'kept',
  comparingUntil: 'kept',
  ipAddress: 'personal',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<Attempt>

export const ATTEMPT_COLUMNS = columnNames(ATTEMPT_PRIVACY)

import type { JourneyThresholds } from '@visavis/shared/journey-thresholds'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { Scope } from '@visavis/shared/scopes'
import type {
  AttemptStatus,
  AuthenticationStatus,
  EnrollmentStatus,
  ErasureKind,
  EventType,
  FaceSource,
  FaceStatus,
} from '@visavis/shared/statuses'
import type { JourneyTheme, LivenessPolicy } from '@visavis/shared/user-journeys'

/** Rows as the services see them; SQL stays in the repositories. All timestamps are `Date`. */

export interface Tenant {
  id: string
  name: string
}

export interface ApiKey {
  id: string
  tenantId: string
  name: string | null
  /** SHA-256 of the key, 32 bytes; the key itself is never stored. */
  hash: Uint8Array
  /** Its last characters, to recognise it by; `null` for keys of before these were kept. */
  lastFour: string | null
  scopes: readonly Scope[]
  createdOn: Date
}

export interface OauthClient {
  id: string
  tenantId: string
  name: string | null
  /** SHA-256 of the client secret, 32 bytes. */
  secretHash: Uint8Array
  lastFour: string
  /** The most its tokens may do. */
  scopes: readonly Scope[]
  createdOn: Date
}

export interface OauthToken {
  /** SHA-256 of the token, 32 bytes. */
  hash: Uint8Array
  tenantId: string
  oauthClientId: string
  scopes: readonly Scope[]
  expiresOn: Date
}

/** Who a credential speaks for, and what it may do. */
export interface Access {
  tenantId: string
  scopes: readonly Scope[]
}

/** The settings are described in `@visavis/shared/user-journeys`. */
export interface UserJourney {
  id: string
  tenantId: string
  name: string
  provider: string
  /** A JSON object, encrypted; `null`: none. Only `journeys/provider-settings.ts` opens it. */
  providerSettingsSealed: Uint8Array | null
  /** Names of those settings: all that is ever shown of them. */
  providerSettingKeys: readonly string[]
  allowedRedirectUrls: readonly string[]
  allowedFrameOrigins: readonly string[]
  theme: JourneyTheme
  locale: string | null
  retryLimit: number
  minimumMatchLevel: number
  livenessPolicy: LivenessPolicy
  retentionDays: number
  oneToN: boolean
  alternativeUrl: string | null
  handoff: boolean
  copy: Readonly<Record<string, string>>
  thresholds: JourneyThresholds
  createdOn: Date
  modifiedOn: Date
}

export interface Applicant {
  id: string
  tenantId: string
  externalApplicantId: string | null
  email: string | null
  externalApplicantName: string | null
  /** Personal data was erased then; nothing new is taken for this applicant. */
  anonymizedOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

export interface Face {
  id: string
  tenantId: string
  applicantId: string
  /** As stored; `faces/transition-rules.ts` tells what time makes of it. */
  status: FaceStatus
  provider: string
  source: FaceSource
  /** With source `attempt` only. */
  sourceAttemptId: string | null
  /** With source `vendor` only: what the provider itself calls the reference. */
  vendorReference: string | null
  /** Together with `templateSealed`; missing before the picture is taken and on vendor references. */
  templateModel: string | null
  /** Encrypted; only `storage/crypto/sealer.ts` opens it. */
  templateSealed: Uint8Array | null
  /** From then on the face is never compared. */
  expiresOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

/** One link by which a person may give a face its picture. */
export interface FaceEnrollment {
  id: string
  tenantId: string
  faceId: string
  userJourneyId: string | null
  status: EnrollmentStatus
  responseCodes: readonly ResponseCode[]
  redirectUrl: string
  locale: string | null
  /** As with an attempt, down to `ipAddress`. */
  captureTokenHash: Uint8Array
  expiresOn: Date
  consentOn: Date | null
  captureCount: number
  uploadId: string | null
  ipAddress: string | null
  createdOn: Date
  modifiedOn: Date
}

export interface FaceAuthentication {
  id: string
  tenantId: string
  applicantId: string
  userJourneyId: string
  status: AuthenticationStatus
  responseCodes: readonly ResponseCode[]
  riskLabels: readonly string[]
  anonymizedOn: Date | null
  createdOn: Date
  modifiedOn: Date
}

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
  /** Until then the link may be opened; once opened, until then the capture must be delivered. */
  expiresOn: Date
  consentOn: Date | null
  /** Pictures checked so far. */
  captureCount: number
  /** The upload under way; a newer one replaces it. */
  uploadId: string | null
  /** Address of the browser that opened the link. */
  ipAddress: string | null
  createdOn: Date
  modifiedOn: Date
}

export interface Asset {
  id: string
  tenantId: string
  /** A face (`face_…`), an indexed face (`fidx_…`) or an attempt (`fatp_…`). */
  ownerId: string
  type: 'face_image'
  mediaType: 'image/jpeg' | 'image/png'
  bytes: number
  /** What the browser measured on it; `null`: it told nothing. */
  quality: PictureQuality | null
  /**
   * `writing` rows announce an object before it exists, so that a crash leaves nothing unknown behind;
   * `erasing` rows remember an object that is still to be removed, and nobody else sees them.
   */
  status: 'writing' | 'stored' | 'erasing'
  /** Which process announced it. */
  writer: string
  createdOn: Date
}

/** Kinds of personal data and how much of each was erased. */
export type ErasedCounts = Record<ErasureKind, number>

export interface ErasureReceipt {
  id: string
  tenantId: string
  /** An applicant (`aplt_…`) or a face authentication (`fav_…`). */
  subjectId: string
  erased: ErasedCounts
  createdOn: Date
  /** `null` while pictures are still being removed from the store. */
  completedOn: Date | null
}

/** `modified_on` is set by the repository from the given clock value. */
export interface Page {
  skip: number
  limit: number
}

export interface Paged<Row> {
  totalCount: number
  rows: Row[]
}

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
import type { CodeTriesRepo } from './code-tries-repo.ts'
import type { DataKeysRepo } from './data-keys-repo.ts'
import type { ErasureReceiptsRepo } from './erasure-receipts-repo.ts'
import type { FaceEnrollmentsRepo } from './face-enrollments-repo.ts'
import type { FaceIndexRepo } from './face-index-repo.ts'
import type { FacesRepo } from './faces-repo.ts'
import type { HandoffsRepo } from './handoff-types.ts'
import type { IdempotencyKeysRepository } from './idempotency-types.ts'
import type { JobQueue, JobsRepository } from './job-types.ts'
import type { FaceIndexSupport } from './prepare-face-index.ts'
import type { VendorIndexRepo } from './vendor-index-repo.ts'
import type {
  RetiredSettingsRepository,
  VendorCapturesRepository,
  VendorFacesRepository,
} from './vendor-types.ts'
import type {
  EventsRepository,
  WebhookDeliveriesRepository,
  WebhookEndpointsRepository,
} from './webhook-types.ts'

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
  /** A JSON object, encrypted; `null`: none. Only `services/provider-settings.ts` opens it. */
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
  /** As stored; `domain/face-transitions.ts` tells what time makes of it. */
  status: FaceStatus
  provider: string
  source: FaceSource
  /** With source `attempt` only. */
  sourceAttemptId: string | null
  /** With source `vendor` only: what the provider itself calls the reference. */
  vendorReference: string | null
  /** Together with `templateSealed`; missing before the picture is taken and on vendor references. */
  templateModel: string | null
  /** Encrypted; only `storage/assets/sealer.ts` opens it. */
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

/**
 * Everything under one transaction handle. `tenantId` is always part of the condition: a row of another tenant
 * is `undefined`, exactly as one that does not exist.
 */
export interface Repositories {
  tenants: {
    insert(row: Tenant): Promise<void>
    get(id: string): Promise<Tenant | undefined>
    first(): Promise<Tenant | undefined>
    /** All, oldest first: for the operator's command line. */
    list(): Promise<Tenant[]>
  }
  apiKeys: {
    insert(row: ApiKey): Promise<void>
    /** By the SHA-256 of the key; crosses tenants. */
    findAccess(hash: Uint8Array): Promise<Access | undefined>
    get(tenantId: string, id: string): Promise<ApiKey | undefined>
    /** Oldest first. */
    list(tenantId: string, page: Page): Promise<Paged<ApiKey>>
    /** @returns whether there was one */
    delete(tenantId: string, id: string): Promise<boolean>
  }
  oauthClients: {
    insert(row: OauthClient): Promise<void>
    /** By its id and the SHA-256 of its secret; crosses tenants. */
    findBySecret(id: string, secretHash: Uint8Array): Promise<OauthClient | undefined>
    get(tenantId: string, id: string): Promise<OauthClient | undefined>
    /** Oldest first. */
    list(tenantId: string, page: Page): Promise<Paged<OauthClient>>
    /** Its tokens go with it. @returns whether there was one */
    delete(tenantId: string, id: string): Promise<boolean>
  }
  oauthTokens: {
    insert(row: OauthToken): Promise<void>
    /** By the SHA-256 of the token, unless it ran out; crosses tenants. */
    findAccess(hash: Uint8Array, now: Date): Promise<Access | undefined>
    deleteExpired(tenantId: string, oauthClientId: string, now: Date): Promise<void>
  }
  userJourneys: {
    insert(row: UserJourney): Promise<void>
    get(tenantId: string, id: string): Promise<UserJourney | undefined>
    /** Same, holding the row until the transaction ends. */
    lock(tenantId: string, id: string): Promise<UserJourney | undefined>
    /** By its id alone; crosses tenants: a vendor's webhook names it, and proves itself by its settings. */
    find(id: string): Promise<UserJourney | undefined>
    /** What is needed to know the vendor of an attempt; crosses tenants, for the headers of a page anyone may load. */
    findByAttempt(
      attemptId: string,
    ): Promise<Pick<UserJourney, 'id' | 'provider' | 'providerSettingsSealed'> | undefined>
    first(tenantId: string): Promise<UserJourney | undefined>
    /** The strictest match level among the journeys with 1:N on; `undefined`: none has. */
    findSearchLevel(tenantId: string): Promise<number | undefined>
    /**
     * Who may frame the link of that attempt or enrolment; nobody when there is no such link. Crosses tenants: the
     * id in a page's address, which nobody can guess, stands for one.
     */
    findFrameOrigins(captureId: string): Promise<readonly string[]>
    /** Oldest first. */
    list(tenantId: string, page: Page): Promise<Paged<UserJourney>>
    update(
      tenantId: string,
      id: string,
      change: Partial<Omit<UserJourney, 'id' | 'tenantId' | 'createdOn' | 'modifiedOn'>>,
      modifiedOn: Date,
    ): Promise<void>
  }
  applicants: {
    insert(row: Applicant): Promise<void>
    get(tenantId: string, id: string): Promise<Applicant | undefined>
    /** Same, holding the row until the transaction ends. */
    lock(tenantId: string, id: string): Promise<Applicant | undefined>
    update(
      id: string,
      change: Partial<Pick<Applicant, 'email' | 'externalApplicantName' | 'anonymizedOn'>>,
      modifiedOn: Date,
    ): Promise<void>
  }
  faces: FacesRepo
  faceEnrollments: FaceEnrollmentsRepo
  faceAuthentications: {
    insert(row: FaceAuthentication): Promise<void>
    get(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
    /** Same, holding the row until the transaction ends. */
    lock(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
    /** Ids of all of the applicant's, in one order for everybody who locks them one by one. */
    listIds(tenantId: string, applicantId: string): Promise<string[]>
    update(
      id: string,
      change: Partial<Pick<FaceAuthentication, 'status' | 'responseCodes' | 'riskLabels' | 'anonymizedOn'>>,
      modifiedOn: Date,
    ): Promise<void>
  }
  attempts: {
    insert(row: Attempt): Promise<void>
    get(tenantId: string, faceAuthenticationId: string, id: string): Promise<Attempt | undefined>
    /** By its id alone, whichever face authentication it belongs to. */
    find(tenantId: string, id: string): Promise<Attempt | undefined>
    /** By the hash of its capture token; crosses tenants, the token stands for them. */
    findByToken(captureTokenHash: Uint8Array): Promise<Attempt | undefined>
    /** The unopened, unexpired attempt behind a digit string; crosses tenants, nobody types theirs. */
    findByDigitString(digitStringHash: Uint8Array, now: Date): Promise<Attempt | undefined>
    /** By an unopened attempt of anyone, even one whose time is up. */
    isDigitStringTaken(digitStringHash: Uint8Array): Promise<boolean>
    /** Oldest first. */
    list(tenantId: string, faceAuthenticationId: string, page: Page): Promise<Paged<Attempt>>
    /** Every one of them, oldest first. */
    listAll(tenantId: string, faceAuthenticationId: string): Promise<Attempt[]>
    /** The attempt that is not over, if any. */
    findOpen(tenantId: string, faceAuthenticationId: string): Promise<Attempt | undefined>
    /** Open ones of any tenant whose time is up, longest ago first. */
    listDue(now: Date, limit: number): Promise<Pick<Attempt, 'tenantId' | 'faceAuthenticationId'>[]>
    /** How many ended without a verdict; those that a newer one replaced are not counted. */
    countFailed(tenantId: string, faceAuthenticationId: string): Promise<number>
    update(
      id: string,
      change: Partial<
        Pick<
          Attempt,
          | 'status'
          | 'responseCodes'
          | 'event'
          | 'expiresOn'
          | 'consentOn'
          | 'captureCount'
          | 'uploadId'
          | 'ipAddress'
          | 'redirectUrl'
          | 'residenceCountry'
          | 'language'
          | 'locale'
          | 'captureTokenHash'
          | 'digitStringHash'
        >
      >,
      modifiedOn: Date,
    ): Promise<void>
  }
  assets: {
    insert(row: Asset): Promise<void>
    /** @throws Error when the row was swept away in the meantime. */
    markStored(id: string): Promise<void>
    delete(id: string): Promise<void>
    listByOwner(tenantId: string, ownerId: string): Promise<Asset[]>
    /** Finished pictures only, oldest first. */
    listStored(tenantId: string, ownerId: string, page: Page): Promise<Paged<Asset>>
    /** A finished picture by its id; crosses tenants, the signature of its address stands for them. */
    findStored(id: string): Promise<Asset | undefined>
    /** Hides the finished pictures of these owners for good. @returns how many there were */
    markErasing(tenantId: string, ownerIds: readonly string[]): Promise<number>
    listErasing(tenantId: string): Promise<Asset[]>
    /**
     * Announced but never finished by a writer other than `exceptWriter`, of any age or before `createdBefore`; and
     * what is hidden but not yet removed.
     */
    listUnfinished(exceptWriter: string, createdBefore?: Date): Promise<Asset[]>
    /** Ids of finished pictures of attempts, of any tenant, kept as long as their journey keeps them; oldest first. */
    listExpired(now: Date, limit: number): Promise<string[]>
    /** Those of `ids` that have a row, of any tenant and status. */
    listKnown(ids: readonly string[]): Promise<string[]>
  }
  codeTries: CodeTriesRepo
  dataKeys: DataKeysRepo
  erasureReceipts: ErasureReceiptsRepo
  faceIndex: FaceIndexRepo
  events: EventsRepository
  webhookEndpoints: WebhookEndpointsRepository
  webhookDeliveries: WebhookDeliveriesRepository
  jobs: JobsRepository
  idempotencyKeys: IdempotencyKeysRepository
  handoffs: HandoffsRepo
  vendorCaptures: VendorCapturesRepository
  vendorFaces: VendorFacesRepository
  vendorIndex: VendorIndexRepo
  retiredSettings: RetiredSettingsRepository
}

export interface Database extends Repositories {
  readonly engine: 'pglite' | 'postgres'
  /** Only with `available` may `faceIndex` be used, except to list what there is of an applicant. */
  readonly faceIndexSupport: FaceIndexSupport
  /**
   * All or nothing, READ COMMITTED; the repositories inside share one transaction. Inside `work` use only those:
   * PGlite has a single connection, so awaiting the outer handle there waits for ever; on PostgreSQL it would be
   * outside the transaction and could exhaust the pool.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>
  /** Work done outside of requests; stopped by `close`, if not before. */
  readonly queue: JobQueue
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus, AuthenticationStatus, EventType, FaceStatus } from '@visavis/shared/statuses'

/** Rows as the services see them; SQL stays in the repositories. All timestamps are `Date`. */

export interface Tenant {
  id: string
  name: string
}

export interface UserJourney {
  id: string
  tenantId: string
  provider: string
  minimumMatchLevel: number
}

export interface Applicant {
  id: string
  tenantId: string
  externalApplicantId: string | null
  email: string | null
  externalApplicantName: string | null
  createdOn: Date
  modifiedOn: Date
}

export interface Face {
  id: string
  tenantId: string
  applicantId: string
  status: FaceStatus
  provider: string
  templateModel: string
  /** Encrypted; only `storage/assets/seal.ts` opens it. */
  templateSealed: Uint8Array
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
  /** A face (`face_…`) or an attempt (`fatp_…`). */
  ownerId: string
  type: 'face_image'
  mediaType: 'image/jpeg' | 'image/png'
  bytes: number
  /** `writing` rows announce an object before it exists, so that a crash leaves nothing unknown behind. */
  status: 'writing' | 'stored'
  /** Which process announced it. */
  writer: string
  createdOn: Date
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
  }
  apiKeys: {
    insert(row: { id: string; tenantId: string; hash: Uint8Array; createdOn: Date }): Promise<void>
    /** The tenant a key belongs to, by the SHA-256 of the key. */
    findTenantId(hash: Uint8Array): Promise<string | undefined>
  }
  userJourneys: {
    insert(row: UserJourney): Promise<void>
    get(tenantId: string, id: string): Promise<UserJourney | undefined>
    first(tenantId: string): Promise<UserJourney | undefined>
  }
  applicants: {
    insert(row: Applicant): Promise<void>
    get(tenantId: string, id: string): Promise<Applicant | undefined>
  }
  faces: {
    insert(row: Face): Promise<void>
    /** ACTIVE faces of the applicant made by that provider, newest first. */
    listActive(tenantId: string, applicantId: string, provider: string): Promise<Face[]>
  }
  faceAuthentications: {
    insert(row: FaceAuthentication): Promise<void>
    get(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
    /** Same, holding the row until the transaction ends. */
    lock(tenantId: string, id: string): Promise<FaceAuthentication | undefined>
    update(
      id: string,
      change: Partial<Pick<FaceAuthentication, 'status' | 'responseCodes' | 'riskLabels'>>,
      modifiedOn: Date,
    ): Promise<void>
  }
  attempts: {
    insert(row: Attempt): Promise<void>
    get(tenantId: string, faceAuthenticationId: string, id: string): Promise<Attempt | undefined>
    /** By the hash of its capture token; the only look-up that crosses tenants. */
    findByToken(captureTokenHash: Uint8Array): Promise<Attempt | undefined>
    /** Oldest first. */
    list(tenantId: string, faceAuthenticationId: string, page: Page): Promise<Paged<Attempt>>
    /** The attempt that is not over, if any. */
    findOpen(tenantId: string, faceAuthenticationId: string): Promise<Attempt | undefined>
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
    /** Announced but never finished by a writer other than `exceptWriter`. */
    listUnfinished(exceptWriter: string): Promise<Asset[]>
    /** Those of `ids` that have a row, of any tenant and status. */
    listKnown(ids: readonly string[]): Promise<string[]>
  }
}

export interface Database extends Repositories {
  readonly engine: 'pglite' | 'postgres'
  /**
   * All or nothing, READ COMMITTED; the repositories inside share one transaction. Inside `work` use only those:
   * PGlite has a single connection, so awaiting the outer handle there waits for ever; on PostgreSQL it would be
   * outside the transaction and could exhaust the pool.
   */
  transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

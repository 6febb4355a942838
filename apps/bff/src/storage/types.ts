import type {
  RetiredSettingsRepository,
  VendorCapturesRepository,
  VendorFacesRepository,
} from '../features/capture/hosted/vendor-types.ts'
import type { ErasureReceiptsRepo } from '../features/erasure/erasure-receipts-repo.ts'
import type { FaceEnrollmentsRepo } from '../features/faces/enrolments/face-enrollments-repo.ts'
import type { FacesRepo } from '../features/faces/faces-repo.ts'
import type { CodeTriesRepo } from '../features/handoff/code-tries-repo.ts'
import type { HandoffsRepo } from '../features/handoff/handoff-types.ts'
import type { IdempotencyKeysRepository } from '../features/idempotency/idempotency-types.ts'
import type { FaceIndexRepo } from '../features/search/face-index-repo.ts'
import type { FaceIndexSupport } from '../features/search/prepare-face-index.ts'
import type { VendorIndexRepo } from '../features/search/vendor-index-repo.ts'
import type {
  EventsRepository,
  WebhookDeliveriesRepository,
  WebhookEndpointsRepository,
} from '../features/webhooks/webhook-types.ts'
import type { DataKeysRepo } from './crypto/data-keys-repo.ts'
import type { JobQueue, JobsRepository } from './job-types.ts'
import type {
  Access,
  ApiKey,
  Applicant,
  Asset,
  Attempt,
  FaceAuthentication,
  OauthClient,
  OauthToken,
  Page,
  Paged,
  Tenant,
  UserJourney,
} from './rows.ts'

export type * from './rows.ts'

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

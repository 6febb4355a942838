import type { ColumnType, Generated, Kysely } from 'kysely'
import type {
  RetiredSettings,
  VendorCapture,
  VendorFaceRow,
} from '../features/capture/hosted/vendor-types.ts'
import type { Handoff } from '../features/handoff/handoff-types.ts'
import type { IdempotencyKey } from '../features/idempotency/idempotency-types.ts'
import type { FaceIndexEntry } from '../features/search/face-index-repo.ts'
import type { VendorIndexEntry } from '../features/search/vendor-index-repo.ts'
import type {
  DomainEvent,
  EventPayload,
  WebhookAttempt,
  WebhookDelivery,
  WebhookEndpoint,
} from '../features/webhooks/webhook-types.ts'
import type {
  ApiKey,
  Applicant,
  Asset,
  Attempt,
  ErasedCounts,
  ErasureReceipt,
  Face,
  FaceAuthentication,
  FaceEnrollment,
  OauthClient,
  OauthToken,
  Tenant,
  UserJourney,
} from './types.ts'

/** Order of insertion; two rows of one millisecond still have one. */
interface Positioned {
  position: Generated<number>
}

/** Tables by their camel-case names; `CamelCasePlugin` turns them into the snake case of the migrations. */
export interface Schema {
  tenants: Tenant & Positioned
  apiKeys: ApiKey & Positioned
  oauthClients: OauthClient & Positioned
  oauthTokens: OauthToken
  userJourneys: UserJourney & Positioned
  applicants: Applicant
  faces: Face & Positioned
  faceEnrollments: FaceEnrollment & Positioned
  faceAuthentications: FaceAuthentication
  attempts: Attempt & Positioned
  assets: Asset & Positioned
  codeTries: { key: string; count: number; resetsOn: Date }
  dataKeys: { id: number; wrapped: Uint8Array; createdOn: Date }
  /** JSON goes in as text, which both drivers take for `jsonb`, and comes out parsed. */
  erasureReceipts: Omit<ErasureReceipt, 'erased'> & { erased: ColumnType<ErasedCounts, string, never> }
  faceIndexGalleries: { id: Generated<number>; tenantId: string; modelId: string }
  faceIndexEntries: FaceIndexEntry
  /** JSON goes in as text and comes back read. */
  events: Omit<DomainEvent, 'payload'> & { payload: ColumnType<EventPayload, string, never> } & Positioned
  webhookEndpoints: WebhookEndpoint & Positioned
  webhookDeliveries: WebhookDelivery & Positioned
  webhookAttempts: WebhookAttempt & Positioned
  idempotencyKeys: IdempotencyKey
  handoffs: Handoff
  vendorCaptures: VendorCapture
  vendorFaces: VendorFaceRow
  vendorIndexEntries: VendorIndexEntry
  retiredProviderSettings: RetiredSettings
}

/** A connection or a running transaction: repositories do not care which. */
export type Handle = Kysely<Schema>

import type { ResponseCodeEntry } from '@visavis/shared/response-codes'
import type { AuthenticationStatus, WebhookEventType } from '@visavis/shared/statuses'
import type { Page, Paged } from '../../storage/types.ts'

/** The `data` of a Checkout.com face authentication webhook, as it stood when the event happened. */
export interface EventPayload {
  applicant_id: string
  /** Absent when the applicant has none. */
  external_applicant_id?: string
  status: AuthenticationStatus
  face_authentication_id: string
  response_codes: ResponseCodeEntry[]
  user_journey_id: string
}

/** Something that happened, written in the transaction that made it happen. Never changed afterwards. */
export interface DomainEvent {
  id: string
  tenantId: string
  type: WebhookEventType
  payload: EventPayload
  createdOn: Date
}

export interface WebhookEndpoint {
  id: string
  tenantId: string
  url: string
  /** `null`: all, those of later versions too. */
  eventTypes: readonly WebhookEventType[] | null
  description: string | null
  /** While `false`, its deliveries wait. */
  isActive: boolean
  /** The signing secret, sealed under the context `webhook-secret:{id}`. */
  secretSealed: Uint8Array
  /** Value of the `Authorization` header, sealed under the context `webhook-authorization:{id}`. */
  authorizationSealed: Uint8Array | null
  createdOn: Date
  modifiedOn: Date
}

export type DeliveryStatus = 'pending' | 'delivered' | 'failed'

/** One event on its way to one endpoint. */
export interface WebhookDelivery {
  id: string
  tenantId: string
  endpointId: string
  eventId: string
  status: DeliveryStatus
  /** Counts attempts and redeliveries; a job for an earlier turn has been overtaken. */
  turn: number
  /** Failed attempts since it was created or sent again by hand. */
  failures: number
  /** `null` once it is delivered or given up. */
  nextAttemptOn: Date | null
  /** Until then somebody is sending it; later, that somebody died. */
  claimedUntil: Date | null
  createdOn: Date
  modifiedOn: Date
}

/** Why an attempt did not succeed; `http_status` says that there was an answer, but not 2xx. */
export type DeliveryErrorKind =
  | 'http_status'
  | 'timeout'
  | 'connection'
  | 'tls'
  | 'dns'
  | 'address_refused'
  | 'secret_unreadable'

export interface WebhookAttempt {
  tenantId: string
  deliveryId: string
  startedOn: Date
  durationMs: number
  responseStatus: number | null
  error: DeliveryErrorKind | null
}

/** What a claim is for, and what is needed to queue its next turn. */
export type DeliveryRef = Pick<WebhookDelivery, 'id' | 'tenantId' | 'endpointId' | 'turn'> & {
  nextAttemptOn: Date
}

export interface EventsRepository {
  /** @returns ids of all endpoints that want the event, switched off or not, oldest first */
  insert(row: DomainEvent): Promise<string[]>
  get(tenantId: string, id: string): Promise<DomainEvent | undefined>
  /** Newest first. */
  list(tenantId: string, page: Page): Promise<Paged<DomainEvent>>
  /** Removes events with their deliveries. @returns how many */
  deleteBefore(createdBefore: Date): Promise<number>
}

export interface WebhookEndpointsRepository {
  insert(row: WebhookEndpoint): Promise<void>
  get(tenantId: string, id: string): Promise<WebhookEndpoint | undefined>
  /** Oldest first. */
  list(tenantId: string, page: Page): Promise<Paged<WebhookEndpoint>>
  update(
    tenantId: string,
    id: string,
    change: Partial<
      Pick<WebhookEndpoint, 'url' | 'eventTypes' | 'description' | 'isActive' | 'authorizationSealed'>
    >,
    modifiedOn: Date,
  ): Promise<void>
  /** With its deliveries. @returns whether there was one */
  delete(tenantId: string, id: string): Promise<boolean>
}

export interface WebhookDeliveriesRepository {
  insert(rows: readonly WebhookDelivery[]): Promise<void>
  get(tenantId: string, id: string): Promise<WebhookDelivery | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<WebhookDelivery | undefined>
  /** Newest first. */
  listByEndpoint(tenantId: string, endpointId: string, page: Page): Promise<Paged<WebhookDelivery>>
  /**
   * Takes the delivery for this turn, so that nobody else sends it meanwhile.
   * @returns `undefined` when it is over, overtaken, taken, or its endpoint is switched off or gone
   */
  claim(
    ref: { tenantId: string; id: string; turn: number },
    times: { now: Date; claimedUntil: Date },
  ): Promise<WebhookDelivery | undefined>
  update(
    tenantId: string,
    id: string,
    change: Partial<Pick<WebhookDelivery, 'status' | 'turn' | 'failures' | 'nextAttemptOn' | 'claimedUntil'>>,
    modifiedOn: Date,
  ): Promise<void>
  /** Pending ones of an endpoint. */
  listPending(tenantId: string, endpointId: string): Promise<DeliveryRef[]>
  /** Pending ones of any tenant that should have gone out before `before`, whose claim, if any, ran out by then. */
  listOverdue(before: Date, limit: number): Promise<DeliveryRef[]>
  insertAttempt(row: WebhookAttempt): Promise<void>
  /** Oldest first. */
  listAttempts(tenantId: string, deliveryIds: readonly string[]): Promise<WebhookAttempt[]>
}

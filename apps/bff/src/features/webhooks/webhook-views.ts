/** Webhook endpoints and their deliveries as wire objects. Secrets are not among them. */

import { given, link, times } from '../../http/view-parts.ts'
import type { LoggedDelivery } from './list-deliveries.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'

/** `secret` is known only in the moment an endpoint is created. No `event_types` means all. */
export const toWebhookEndpointView = (publicUrl: string, endpoint: WebhookEndpoint, secret?: string) => ({
  id: endpoint.id,
  ...times(endpoint),
  url: endpoint.url,
  ...(endpoint.eventTypes ? { event_types: endpoint.eventTypes } : {}),
  ...given('description', endpoint.description),
  active: endpoint.isActive,
  has_authorization: endpoint.authorizationSealed !== null,
  ...(secret === undefined ? {} : { secret }),
  _links: {
    self: link(`${publicUrl}/webhook-endpoints/${endpoint.id}`),
    deliveries: link(`${publicUrl}/webhook-endpoints/${endpoint.id}/deliveries`),
  },
})

export const toDeliveryView = (publicUrl: string, { delivery, attempts }: LoggedDelivery) => ({
  id: delivery.id,
  ...times(delivery),
  webhook_endpoint_id: delivery.endpointId,
  event_id: delivery.eventId,
  status: delivery.status,
  // That of one that waits for its endpoint's pause to end is not known.
  ...(delivery.nextAttemptOn && attempts.at(-1)?.error !== 'endpoint_paused'
    ? { next_attempt_on: delivery.nextAttemptOn.toISOString() }
    : {}),
  attempts: attempts.map((attempt) => ({
    started_on: attempt.startedOn.toISOString(),
    duration_ms: attempt.durationMs,
    ...(attempt.responseStatus === null ? {} : { response_status: attempt.responseStatus }),
    ...given('error', attempt.error),
  })),
  _links: {
    event: link(`${publicUrl}/events/${delivery.eventId}`),
    redeliver: link(`${publicUrl}/webhook-deliveries/${delivery.id}/redeliver`),
  },
})

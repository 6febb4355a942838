import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { createEventData } from '@visavis/shared/sample-event'
import type { WebhooksDeps } from './deps.ts'
import { sendEvent } from './send-event.ts'
import type { PostOutcome } from './types.ts'

/** By this the receiver knows it. */
const EXTERNAL_ID = 'visavis-test'

interface WebhookTest extends PostOutcome {
  eventId: string
  durationMs: number
}

/**
 * Sends an event about nobody to an endpoint, at once and whether it is switched on or not: one of a type that it takes,
 * signed as all are. Nothing of it is kept. @throws AppError NOT_FOUND
 */
export const testWebhookEndpoint = async (
  deps: WebhooksDeps,
  tenantId: string,
  endpointId: string,
): Promise<WebhookTest> => {
  const endpoint = await deps.database.webhookEndpoints.get(tenantId, endpointId)
  if (!endpoint) throw new AppError('NOT_FOUND')
  const type = endpoint.eventTypes?.[0] ?? 'face_authentication_created'
  const payload = createEventData(type, { external_applicant_id: EXTERNAL_ID })
  const event = { id: newId('event'), tenantId, type, payload, createdOn: deps.now() }
  const started = performance.now()
  const outcome = await sendEvent(deps, endpoint, event)
  return { ...outcome, eventId: event.id, durationMs: Math.round(performance.now() - started) }
}

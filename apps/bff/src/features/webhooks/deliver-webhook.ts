import type { JobData } from '../../storage/job-types.ts'
import type { WebhooksDeps } from './deps.ts'
import { endPause } from './end-pause.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { isOutage, nextWebhookAttempt } from './retry-rules.ts'
import { sendEvent } from './send-event.ts'
import type { WebhookAttempt, WebhookDelivery } from './webhook-deliveries-repo.ts'

/** Six times what an attempt may take: whoever has not finished by then is dead. */
const CLAIM_MS = 60_000

/**
 * Sends one turn of a delivery and writes down how it went. Does nothing when the turn is over, overtaken, under way
 * elsewhere, or its endpoint is switched off. To an endpoint that lately only failed nothing is sent: its deliveries wait
 * together, without a job each, until one of them arrives (`endPause`); a failure takes ten seconds that others wait for.
 */
export const deliverWebhook = async (
  deps: WebhooksDeps,
  { tenantId, deliveryId, turn }: JobData['deliver-webhook'],
): Promise<void> => {
  const { database, now } = deps
  const startedOn = now()
  const claimedUntil = new Date(startedOn.getTime() + CLAIM_MS)
  const ref = { tenantId, id: deliveryId, turn }
  const delivery = await database.webhookDeliveries.claim(ref, { now: startedOn, claimedUntil })
  if (!delivery) return database.webhookDeliveries.notePaused([ref], startedOn)
  const endpoint = await database.webhookEndpoints.get(tenantId, delivery.endpointId)
  const event = await database.events.get(tenantId, delivery.eventId)
  if (!endpoint || !event) return
  if (!(await database.webhookBreakers.allows(endpoint.id, startedOn))) {
    // Another one is tried, now that the pause is over.
    await database.webhookDeliveries.update(tenantId, deliveryId, { claimedUntil: null }, startedOn)
    return database.webhookDeliveries.notePaused([delivery], startedOn)
  }

  const started = performance.now()
  const outcome = await sendEvent(deps, endpoint, event)
  const durationMs = Math.round(performance.now() - started)
  await record(deps, delivery, { tenantId, deliveryId, startedOn, durationMs, ...outcome })
  deps.observeWebhook?.(outcome.error ?? 'delivered')
  deps.log.info({ delivery_id: deliveryId, event_id: event.id, ...outcome, ms: durationMs }, 'webhook')
}

const record = (
  { database, now }: WebhooksDeps,
  { tenantId, id, turn }: WebhookDelivery,
  attempt: WebhookAttempt,
): Promise<void> =>
  database.transaction(async (repositories) => {
    const { webhookDeliveries, webhookBreakers } = repositories
    const held = await webhookDeliveries.lock(tenantId, id)
    if (!held) return
    const endedOn = now()
    await webhookDeliveries.insertAttempt(attempt)
    if (isOutage(attempt)) await webhookBreakers.fail(held.endpointId, endedOn)
    else await endPause(repositories, held, endedOn)
    if (held.turn !== turn) {
      // Sent again by hand meanwhile: that turn could not start before this one let go.
      await webhookDeliveries.update(tenantId, id, { claimedUntil: null }, endedOn)
      await queueDeliveries(repositories, [{ ...held, nextAttemptOn: endedOn }], endedOn)
      return
    }
    const failures = held.failures + (attempt.error ? 1 : 0)
    const nextAttemptOn = (attempt.error && nextWebhookAttempt(failures, endedOn)) || null
    const status = attempt.error ? (nextAttemptOn ? 'pending' : 'failed') : 'delivered'
    const change = { status, turn: turn + 1, failures, nextAttemptOn, claimedUntil: null } as const
    await webhookDeliveries.update(tenantId, id, change, endedOn)
    if (nextAttemptOn) {
      await queueDeliveries(repositories, [{ ...held, ...change, nextAttemptOn }], endedOn)
    }
  })

import type { JobData } from '../../storage/job-types.ts'
import type { WebhooksDeps } from './deps.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { isOutage, nextLookAtPaused, nextWebhookAttempt } from './retry-rules.ts'
import { sendEvent } from './send-event.ts'
import type { PostOutcome } from './types.ts'
import type { WebhookAttempt, WebhookDelivery } from './webhook-deliveries-repo.ts'

/** Six times what an attempt may take: whoever has not finished by then is dead. */
const CLAIM_MS = 60_000

const PAUSED: PostOutcome = { responseStatus: null, error: 'endpoint_paused' }

/**
 * Sends one turn of a delivery and writes down how it went. Does nothing when the turn is over, overtaken, under way
 * elsewhere, or its endpoint is switched off. To an endpoint that lately only failed nothing is sent: the delivery is put
 * off, at once, in the place of a failure after ten seconds that others wait for.
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
  const endpoint = delivery && (await database.webhookEndpoints.get(tenantId, delivery.endpointId))
  const event = delivery && (await database.events.get(tenantId, delivery.eventId))
  if (!delivery || !endpoint || !event) return

  const started = performance.now()
  const isAllowed = await database.webhookBreakers.allows(endpoint.id, startedOn)
  const outcome = isAllowed ? await sendEvent(deps, endpoint, event) : PAUSED
  const durationMs = Math.round(performance.now() - started)
  await record(deps, delivery, { tenantId, deliveryId, startedOn, durationMs, ...outcome })
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
    const isPaused = attempt.error === 'endpoint_paused'
    if (!isPaused) {
      await webhookDeliveries.insertAttempt(attempt)
      if (isOutage(attempt)) await webhookBreakers.fail(held.endpointId, now())
      else await webhookBreakers.reset(held.endpointId)
    } else {
      // Put off again and again, it says so once.
      const [last] = (await webhookDeliveries.listAttempts(tenantId, [id])).slice(-1)
      if (last?.error !== 'endpoint_paused') await webhookDeliveries.insertAttempt(attempt)
    }
    const endedOn = now()
    if (held.turn !== turn) {
      // Sent again by hand meanwhile: that turn could not start before this one let go.
      await webhookDeliveries.update(tenantId, id, { claimedUntil: null }, endedOn)
      await queueDeliveries(repositories, [{ ...held, nextAttemptOn: endedOn }], endedOn)
      return
    }
    const failures = held.failures + (attempt.error && !isPaused ? 1 : 0)
    const nextAttemptOn = isPaused
      ? nextLookAtPaused(held, endedOn)
      : ((attempt.error && nextWebhookAttempt(failures, endedOn)) ?? null)
    const status = attempt.error ? (nextAttemptOn ? 'pending' : 'failed') : 'delivered'
    const change = { status, turn: turn + 1, failures, nextAttemptOn, claimedUntil: null } as const
    await webhookDeliveries.update(tenantId, id, change, endedOn)
    if (nextAttemptOn) {
      await queueDeliveries(repositories, [{ ...held, ...change, nextAttemptOn }], endedOn)
    }
  })

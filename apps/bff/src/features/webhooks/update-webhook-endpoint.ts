import { AppError } from '@visavis/shared/errors'
import type { UpdateWebhookEndpoint } from '@visavis/shared/webhook-api'
import { checkWebhookUrl } from './check-webhook-url.ts'
import type { WebhookEndpointDeps } from './create-webhook-endpoint.ts'
import { endPause } from './end-pause.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'
import { sealWebhookValue } from './webhook-secrets.ts'

/**
 * Changes what is given; a pause is over. Switched off, an endpoint's deliveries wait; switched on again, they go out.
 * @throws AppError NOT_FOUND, REQUEST_INVALID when nothing may be sent to the new address
 */
export const updateWebhookEndpoint = async (
  deps: WebhookEndpointDeps,
  tenantId: string,
  id: string,
  input: UpdateWebhookEndpoint,
): Promise<WebhookEndpoint> => {
  const { database, now } = deps
  if (!(await database.webhookEndpoints.get(tenantId, id))) throw new AppError('NOT_FOUND')
  if (input.url !== undefined) await checkWebhookUrl(deps, input.url)

  return database.transaction(async (repositories) => {
    const before = await repositories.webhookEndpoints.get(tenantId, id)
    if (!before) throw new AppError('NOT_FOUND')
    const change = toChange(deps, before, input)
    const modifiedOn = now()
    await repositories.webhookEndpoints.update(tenantId, id, change, modifiedOn)
    await endPause(repositories, { tenantId, endpointId: id }, modifiedOn)
    if (input.active && !before.isActive) {
      const waiting = await repositories.webhookDeliveries.listPending(tenantId, id)
      await queueDeliveries(repositories, waiting, modifiedOn)
    }
    return { ...before, ...change, modifiedOn }
  })
}

const toChange = (
  { sealer }: WebhookEndpointDeps,
  endpoint: WebhookEndpoint,
  input: UpdateWebhookEndpoint,
) => {
  const { url, event_types, description, active, authorization } = input
  const seal = (value: string) => sealWebhookValue(sealer, 'authorization', endpoint, value)
  return {
    ...(url === undefined ? {} : { url }),
    ...(event_types === undefined ? {} : { eventTypes: event_types }),
    ...(description === undefined ? {} : { description }),
    ...(active === undefined ? {} : { isActive: active }),
    ...(authorization === undefined
      ? {}
      : { authorizationSealed: authorization === null ? null : seal(authorization) }),
  }
}

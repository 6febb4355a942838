import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { MAX_WEBHOOK_ENDPOINTS } from '@visavis/shared/limits'
import type { CreateWebhookEndpoint } from '@visavis/shared/webhook-api'
import { checkWebhookUrl } from './check-webhook-url.ts'
import type { WebhooksDeps } from './deps.ts'
import { createWebhookSecret } from './sign-webhook.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'
import { sealWebhookValue } from './webhook-secrets.ts'

export interface WebhookEndpointDeps extends Pick<WebhooksDeps, 'database' | 'sealer' | 'now'> {
  webhooks: Pick<WebhooksDeps['webhooks'], 'check'>
}

interface CreatedWebhookEndpoint {
  endpoint: WebhookEndpoint
  /** Shown this once, stored sealed. */
  secret: string
}

/** From now on, events go there. @throws AppError WEBHOOK_ENDPOINT_LIMIT_REACHED, REQUEST_INVALID when nothing may be sent to that address */
export const createWebhookEndpoint = async (
  deps: WebhookEndpointDeps,
  tenantId: string,
  input: CreateWebhookEndpoint,
): Promise<CreatedWebhookEndpoint> => {
  await checkWebhookUrl(deps, input.url)
  const { sealer } = deps
  const id = newId('webhookEndpoint')
  const secret = createWebhookSecret()
  const createdOn = deps.now()
  const endpoint: WebhookEndpoint = {
    id,
    tenantId,
    url: input.url,
    eventTypes: input.event_types ?? null,
    description: input.description ?? null,
    isActive: input.active,
    secretSealed: sealWebhookValue(sealer, 'secret', { tenantId, id }, secret),
    authorizationSealed: input.authorization
      ? sealWebhookValue(sealer, 'authorization', { tenantId, id }, input.authorization)
      : null,
    createdOn,
    modifiedOn: createdOn,
  }
  await deps.database.transaction(async ({ webhookEndpoints }) => {
    const count = await webhookEndpoints.lockCount(tenantId)
    if (count >= MAX_WEBHOOK_ENDPOINTS) throw new AppError('WEBHOOK_ENDPOINT_LIMIT_REACHED')
    await webhookEndpoints.insert(endpoint)
  })
  return { endpoint, secret }
}

import type { WebhooksDeps } from './deps.ts'
import type { DomainEvent } from './domain-event.ts'
import { toEventBody } from './event-body.ts'
import { toWebhookHeaders } from './sign-webhook.ts'
import type { PostOutcome } from './types.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'
import { openWebhookValue } from './webhook-secrets.ts'

/** Once, signed, and says what came of it. */
export const sendEvent = async (
  { sealer, webhooks, publicUrl, now }: Pick<WebhooksDeps, 'sealer' | 'webhooks' | 'publicUrl' | 'now'>,
  endpoint: WebhookEndpoint,
  event: DomainEvent,
): Promise<PostOutcome> => {
  let secret: string
  let authorization: string | null
  try {
    secret = openWebhookValue(sealer, 'secret', endpoint, endpoint.secretSealed)
    const sealed = endpoint.authorizationSealed
    authorization = sealed && openWebhookValue(sealer, 'authorization', endpoint, sealed)
  } catch {
    // Sealed under another master key: nothing but the operator can help, and the log shows them.
    return { responseStatus: null, error: 'secret_unreadable' }
  }
  const body = JSON.stringify(toEventBody(publicUrl, event))
  const headers = {
    ...toWebhookHeaders({ secret, eventId: event.id, body, sentOn: now() }),
    ...(authorization ? { Authorization: authorization } : {}),
  }
  return webhooks.post({ url: endpoint.url, headers, body })
}

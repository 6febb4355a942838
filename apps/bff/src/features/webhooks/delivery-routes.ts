import { webhookDeliverySchema } from '@visavis/shared/webhook-answers'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import type { WebhooksDeps } from './deps.ts'
import { redeliverWebhook } from './redeliver-webhook.ts'
import { toDeliveryView } from './webhook-views.ts'

export const WEBHOOK_DELIVERY_ENDPOINTS = [
  partnerEndpoint(
    {
      tag: 'Webhooks',
      scope: 'admin',
      method: 'post',
      path: '/webhook-deliveries/{webhookDeliveryId}/redeliver',
      id: 'redeliverWebhook',
      audit: { action: 'webhook_delivery.redeliver', subject: 'id' },
      summary: 'Send a delivery again',
      answers: { 202: { description: 'The delivery, under way again', schema: webhookDeliverySchema } },
    },
    async (deps: WebhooksDeps, { tenantId, params }) =>
      toDeliveryView(deps.publicUrl, await redeliverWebhook(deps, tenantId, params.webhookDeliveryId)),
  ),
]

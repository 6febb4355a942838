import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { requireScope } from '../../http/require-scope.ts'
import type { WebhooksDeps } from './deps.ts'
import { redeliverWebhook } from './redeliver-webhook.ts'
import { toDeliveryView } from './webhook-views.ts'

export const webhookDeliveryRoutes = (deps: WebhooksDeps) =>
  new Hono<PartnerEnv>().post('/:webhookDeliveryId/redeliver', requireScope('admin'), async (c) => {
    const delivery = await redeliverWebhook(deps, c.get('tenantId'), c.req.param('webhookDeliveryId'))
    return c.json(toDeliveryView(deps.publicUrl, delivery), 202)
  })

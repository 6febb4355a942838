import { Hono } from 'hono'
import type { ServiceDeps } from '../../services/deps.ts'
import { redeliverWebhook } from '../../services/redeliver-webhook.ts'
import type { PartnerEnv } from '../env.ts'
import { requireScope } from './require-scope.ts'
import { toDeliveryView } from './webhook-views.ts'

export const webhookDeliveryRoutes = (deps: ServiceDeps) =>
  new Hono<PartnerEnv>().post('/:webhookDeliveryId/redeliver', requireScope('admin'), async (c) => {
    const delivery = await redeliverWebhook(deps, c.get('tenantId'), c.req.param('webhookDeliveryId'))
    return c.json(toDeliveryView(deps.publicUrl, delivery), 202)
  })

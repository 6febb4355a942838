import { AppError } from '@visavis/shared/errors'
import { createWebhookEndpointSchema, updateWebhookEndpointSchema } from '@visavis/shared/webhook-api'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { readPage } from '../../http/read-page.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toListView } from '../../http/view-parts.ts'
import { createWebhookEndpoint } from './create-webhook-endpoint.ts'
import type { WebhooksDeps } from './deps.ts'
import { listDeliveries } from './list-deliveries.ts'
import { updateWebhookEndpoint } from './update-webhook-endpoint.ts'
import { toDeliveryView, toWebhookEndpointView } from './webhook-views.ts'

export const webhookEndpointRoutes = (deps: WebhooksDeps) => {
  const { publicUrl } = deps
  const { webhookEndpoints } = deps.database
  return new Hono<PartnerEnv>()
    .post('/', requireScope('admin'), async (c) => {
      const input = await readJson(c, createWebhookEndpointSchema)
      const { endpoint, secret } = await createWebhookEndpoint(deps, c.get('tenantId'), input)
      return c.json(toWebhookEndpointView(publicUrl, endpoint, secret), 201)
    })
    .get('/', requireScope('admin'), async (c) => {
      const page = readPage(c.req.query())
      const endpoints = await webhookEndpoints.list(c.get('tenantId'), page)
      const url = `${publicUrl}/webhook-endpoints`
      return c.json(toListView(url, endpoints, page, (row) => toWebhookEndpointView(publicUrl, row)))
    })
    .get('/:webhookEndpointId', requireScope('admin'), async (c) => {
      const endpoint = await webhookEndpoints.get(c.get('tenantId'), c.req.param('webhookEndpointId'))
      if (!endpoint) throw new AppError('NOT_FOUND')
      return c.json(toWebhookEndpointView(publicUrl, endpoint))
    })
    .patch('/:webhookEndpointId', requireScope('admin'), async (c) => {
      const input = await readJson(c, updateWebhookEndpointSchema)
      const id = c.req.param('webhookEndpointId')
      const endpoint = await updateWebhookEndpoint(deps, c.get('tenantId'), id, input)
      return c.json(toWebhookEndpointView(publicUrl, endpoint))
    })
    .delete('/:webhookEndpointId', requireScope('admin'), async (c) => {
      const wasThere = await webhookEndpoints.delete(c.get('tenantId'), c.req.param('webhookEndpointId'))
      if (!wasThere) throw new AppError('NOT_FOUND')
      return c.body(null, 204)
    })
    .get('/:webhookEndpointId/deliveries', requireScope('admin'), async (c) => {
      const page = readPage(c.req.query())
      const id = c.req.param('webhookEndpointId')
      const deliveries = await listDeliveries(deps, c.get('tenantId'), id, page)
      const url = `${publicUrl}/webhook-endpoints/${id}/deliveries`
      return c.json(toListView(url, deliveries, page, (row) => toDeliveryView(publicUrl, row)))
    })
}

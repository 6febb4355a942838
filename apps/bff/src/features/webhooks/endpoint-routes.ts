import { listOf } from '@visavis/shared/answers'
import { AppError } from '@visavis/shared/errors'
import { webhookDeliverySchema, webhookEndpointSchema } from '@visavis/shared/webhook-answers'
import { createWebhookEndpointSchema, updateWebhookEndpointSchema } from '@visavis/shared/webhook-api'
import { pageSchema } from '../../http/page-schema.ts'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import { createWebhookEndpoint } from './create-webhook-endpoint.ts'
import type { WebhooksDeps } from './deps.ts'
import { listDeliveries } from './list-deliveries.ts'
import { updateWebhookEndpoint } from './update-webhook-endpoint.ts'
import { toDeliveryView, toWebhookEndpointView } from './webhook-views.ts'

const webhooks = { tag: 'Webhooks', scope: 'admin' } as const

export const WEBHOOK_ENDPOINT_ENDPOINTS = [
  partnerEndpoint(
    {
      ...webhooks,
      method: 'post',
      path: '/webhook-endpoints',
      id: 'createWebhookEndpoint',
      audit: { action: 'webhook_endpoint.create', subject: 'id' },
      summary: 'Have events sent to an address',
      body: createWebhookEndpointSchema,
      example: { url: 'https://shop.example/hooks', event_types: ['face_authentication_checks_completed'] },
      answers: { 201: { description: 'The endpoint, with its secret', schema: webhookEndpointSchema } },
      errors: ['WEBHOOK_ENDPOINT_LIMIT_REACHED'],
    },
    async (deps: WebhooksDeps, { tenantId, body }) => {
      const { endpoint, secret } = await createWebhookEndpoint(deps, tenantId, body)
      return toWebhookEndpointView(deps.publicUrl, endpoint, secret)
    },
  ),
  partnerEndpoint(
    {
      ...webhooks,
      method: 'get',
      path: '/webhook-endpoints',
      id: 'listWebhookEndpoints',
      summary: 'List endpoints',
      query: pageSchema,
      answers: { 200: { description: 'A page of endpoints', schema: listOf(webhookEndpointSchema) } },
    },
    async ({ database, publicUrl }: WebhooksDeps, { tenantId, query }) => {
      const endpoints = await database.webhookEndpoints.list(tenantId, query)
      const url = `${publicUrl}/webhook-endpoints`
      return toListView(url, endpoints, query, (row) => toWebhookEndpointView(publicUrl, row))
    },
  ),
  partnerEndpoint(
    {
      ...webhooks,
      method: 'get',
      path: '/webhook-endpoints/{webhookEndpointId}',
      id: 'getWebhookEndpoint',
      summary: 'Read an endpoint',
      answers: { 200: { description: 'The endpoint', schema: webhookEndpointSchema } },
    },
    async ({ database, publicUrl }: WebhooksDeps, { tenantId, params }) => {
      const endpoint = await database.webhookEndpoints.get(tenantId, params.webhookEndpointId)
      if (!endpoint) throw new AppError('NOT_FOUND')
      return toWebhookEndpointView(publicUrl, endpoint)
    },
  ),
  partnerEndpoint(
    {
      ...webhooks,
      method: 'patch',
      path: '/webhook-endpoints/{webhookEndpointId}',
      id: 'updateWebhookEndpoint',
      audit: { action: 'webhook_endpoint.update', subject: 'id' },
      summary: 'Change an endpoint',
      description: 'What is left out stays; `null` takes away.',
      body: updateWebhookEndpointSchema,
      example: { active: false },
      answers: { 200: { description: 'The endpoint', schema: webhookEndpointSchema } },
    },
    async (deps: WebhooksDeps, { tenantId, params, body }) => {
      const endpoint = await updateWebhookEndpoint(deps, tenantId, params.webhookEndpointId, body)
      return toWebhookEndpointView(deps.publicUrl, endpoint)
    },
  ),
  partnerEndpoint(
    {
      ...webhooks,
      method: 'delete',
      path: '/webhook-endpoints/{webhookEndpointId}',
      id: 'deleteWebhookEndpoint',
      audit: { action: 'webhook_endpoint.delete', subject: 'webhookEndpointId' },
      summary: 'Delete an endpoint with its log',
      answers: { 204: { description: 'Gone' } },
    },
    async ({ database }: WebhooksDeps, { tenantId, params }) => {
      const wasThere = await database.webhookEndpoints.delete(tenantId, params.webhookEndpointId)
      if (!wasThere) throw new AppError('NOT_FOUND')
    },
  ),
  partnerEndpoint(
    {
      ...webhooks,
      method: 'get',
      path: '/webhook-endpoints/{webhookEndpointId}/deliveries',
      id: 'listDeliveries',
      summary: 'What was sent to an endpoint, and what came of it',
      query: pageSchema,
      answers: { 200: { description: 'A page of deliveries', schema: listOf(webhookDeliverySchema) } },
    },
    async (deps: WebhooksDeps, { tenantId, params, query }) => {
      const id = params.webhookEndpointId
      const deliveries = await listDeliveries(deps, tenantId, id, query)
      const url = `${deps.publicUrl}/webhook-endpoints/${id}/deliveries`
      return toListView(url, deliveries, query, (row) => toDeliveryView(deps.publicUrl, row))
    },
  ),
]

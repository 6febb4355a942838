import { listOf } from '@visavis/shared/answers'
import { webhookTestSchema } from '@visavis/shared/console-api'
import { AppError } from '@visavis/shared/errors'
import { eventSchema, webhookDeliverySchema, webhookEndpointSchema } from '@visavis/shared/webhook-answers'
import { pageSchema } from '../../http/page-schema.ts'
import { given, toListView } from '../../http/view-parts.ts'
import {
  listDeliveries,
  redeliverWebhook,
  testWebhookEndpoint,
  toDeliveryView,
  toEventBody,
  toWebhookEndpointView,
} from '../webhooks/index.ts'
import { consoleEndpoint } from './console-endpoint.ts'
import type { ConsoleDeps } from './deps.ts'

/** Addresses of endpoints can hold secrets of the partner's: as with keys, they are the admins'. */
export const CONSOLE_WEBHOOK_ENDPOINTS = [
  consoleEndpoint(
    {
      role: 'admin',
      method: 'get',
      path: '/console/api/webhook-endpoints',
      id: 'listConsoleWebhookEndpoints',
      summary: 'Webhook endpoints',
      query: pageSchema,
      answers: { 200: { description: 'A page of them', schema: listOf(webhookEndpointSchema) } },
    },
    async ({ database, publicUrl, consoleUrl }: ConsoleDeps, { c, query }) => {
      const endpoints = await database.webhookEndpoints.list(c.get('user').tenantId, query)
      return toListView(`${consoleUrl}/console/api/webhook-endpoints`, endpoints, query, (endpoint) =>
        toWebhookEndpointView(publicUrl, endpoint),
      )
    },
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'get',
      path: '/console/api/webhook-endpoints/{webhookEndpointId}/deliveries',
      id: 'listConsoleDeliveries',
      summary: 'What was sent to an endpoint, newest first',
      query: pageSchema,
      answers: { 200: { description: 'A page of deliveries', schema: listOf(webhookDeliverySchema) } },
    },
    async (deps: ConsoleDeps, { c, params, query }) => {
      const id = params.webhookEndpointId
      const deliveries = await listDeliveries(deps, c.get('user').tenantId, id, query)
      const path = `${deps.consoleUrl}/console/api/webhook-endpoints/${id}/deliveries`
      return toListView(path, deliveries, query, (delivery) => toDeliveryView(deps.publicUrl, delivery))
    },
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'post',
      path: '/console/api/webhook-endpoints/{webhookEndpointId}/test',
      id: 'testConsoleWebhookEndpoint',
      audit: { action: 'webhook_endpoint.test', subject: 'webhookEndpointId' },
      summary: 'Send an endpoint an event about nobody',
      description: 'Its `external_applicant_id` is `visavis-test`. Nothing of it is kept.',
      answers: { 200: { description: 'What the endpoint answered', schema: webhookTestSchema } },
    },
    async (deps: ConsoleDeps, { c, params: { webhookEndpointId: id } }) => {
      const test = await testWebhookEndpoint(deps, c.get('user').tenantId, id)
      return {
        event_id: test.eventId,
        duration_ms: test.durationMs,
        ...(test.responseStatus === null ? {} : { response_status: test.responseStatus }),
        ...given('error', test.error),
      }
    },
  ),
  consoleEndpoint(
    {
      role: 'admin',
      method: 'post',
      path: '/console/api/webhook-deliveries/{webhookDeliveryId}/redeliver',
      id: 'redeliverConsoleWebhook',
      audit: { action: 'webhook_delivery.redeliver', subject: 'webhookDeliveryId' },
      summary: 'Send a delivery again',
      answers: { 202: { description: 'The delivery, under way again', schema: webhookDeliverySchema } },
    },
    async (deps: ConsoleDeps, { c, params }) =>
      toDeliveryView(
        deps.publicUrl,
        await redeliverWebhook(deps, c.get('user').tenantId, params.webhookDeliveryId),
      ),
  ),
  consoleEndpoint(
    {
      role: 'viewer',
      method: 'get',
      path: '/console/api/events/{eventId}',
      id: 'getConsoleEvent',
      summary: 'An event, as it is sent',
      answers: { 200: { description: 'The event', schema: eventSchema } },
    },
    async ({ database, publicUrl }: ConsoleDeps, { c, params }) => {
      const event = await database.events.get(c.get('user').tenantId, params.eventId)
      if (!event) throw new AppError('NOT_FOUND')
      return toEventBody(publicUrl, event)
    },
  ),
]

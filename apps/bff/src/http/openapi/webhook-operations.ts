import { listOf } from '@visavis/shared/answers'
import { eventSchema, webhookDeliverySchema, webhookEndpointSchema } from '@visavis/shared/webhook-answers'
import { createWebhookEndpointSchema, updateWebhookEndpointSchema } from '@visavis/shared/webhook-api'
import type { Operation } from './operation.ts'
import { pageSchema } from './page-schema.ts'

const events = { tag: 'Webhooks', audience: 'partner', scope: 'face-authentication:*' } as const
const webhooks = { tag: 'Webhooks', audience: 'partner', scope: 'admin' } as const

export const WEBHOOK_OPERATIONS: readonly Operation[] = [
  {
    ...events,
    method: 'get',
    path: '/events',
    id: 'listEvents',
    summary: 'List events, newest first',
    query: pageSchema,
    answers: { 200: { description: 'A page of events', schema: listOf(eventSchema) } },
  },
  {
    ...events,
    method: 'get',
    path: '/events/{eventId}',
    id: 'getEvent',
    summary: 'Read an event',
    answers: { 200: { description: 'The event', schema: eventSchema } },
  },
  {
    ...webhooks,
    method: 'post',
    path: '/webhook-endpoints',
    id: 'createWebhookEndpoint',
    summary: 'Have events sent to an address',
    body: createWebhookEndpointSchema,
    answers: { 201: { description: 'The endpoint, with its secret', schema: webhookEndpointSchema } },
  },
  {
    ...webhooks,
    method: 'get',
    path: '/webhook-endpoints',
    id: 'listWebhookEndpoints',
    summary: 'List endpoints',
    query: pageSchema,
    answers: { 200: { description: 'A page of endpoints', schema: listOf(webhookEndpointSchema) } },
  },
  {
    ...webhooks,
    method: 'get',
    path: '/webhook-endpoints/{webhookEndpointId}',
    id: 'getWebhookEndpoint',
    summary: 'Read an endpoint',
    answers: { 200: { description: 'The endpoint', schema: webhookEndpointSchema } },
  },
  {
    ...webhooks,
    method: 'patch',
    path: '/webhook-endpoints/{webhookEndpointId}',
    id: 'updateWebhookEndpoint',
    summary: 'Change an endpoint',
    description: 'What is left out stays; `null` takes away.',
    body: updateWebhookEndpointSchema,
    answers: { 200: { description: 'The endpoint', schema: webhookEndpointSchema } },
  },
  {
    ...webhooks,
    method: 'delete',
    path: '/webhook-endpoints/{webhookEndpointId}',
    id: 'deleteWebhookEndpoint',
    summary: 'Delete an endpoint with its log',
    answers: { 204: { description: 'Gone' } },
  },
  {
    ...webhooks,
    method: 'get',
    path: '/webhook-endpoints/{webhookEndpointId}/deliveries',
    id: 'listDeliveries',
    summary: 'What was sent to an endpoint, and what came of it',
    query: pageSchema,
    answers: { 200: { description: 'A page of deliveries', schema: listOf(webhookDeliverySchema) } },
  },
  {
    ...webhooks,
    method: 'post',
    path: '/webhook-deliveries/{webhookDeliveryId}/redeliver',
    id: 'redeliverWebhook',
    summary: 'Send a delivery again',
    answers: { 202: { description: 'The delivery, under way again', schema: webhookDeliverySchema } },
  },
]

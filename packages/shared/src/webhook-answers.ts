/** What the partner API says about events, webhook endpoints and deliveries. */
import * as z from 'zod'
import { answerTime, idOf, linkSchema, livemode, times } from './answers.ts'
import { eventDataSchema, WEBHOOK_EVENT_TYPES } from './webhook-events.ts'

/** Also the body of a webhook. Source: Checkout.com, "Face Authentication webhooks". */
export const eventSchema = z
  .object({
    id: idOf('event'),
    type: z.enum(WEBHOOK_EVENT_TYPES),
    version: z.string(),
    created_on: answerTime,
    livemode,
    data: eventDataSchema,
    _links: z.object({ self: linkSchema }),
  })
  .meta({ id: 'Event' })

export const webhookEndpointSchema = z
  .object({
    id: idOf('webhookEndpoint'),
    ...times,
    url: z.string(),
    event_types: z.array(z.enum(WEBHOOK_EVENT_TYPES)).optional().meta({ description: 'Absent: all.' }),
    description: z.string().optional(),
    active: z.boolean(),
    has_authorization: z.boolean(),
    secret: z
      .string()
      .optional()
      .meta({ description: 'Key of the signatures. Shown once, when the endpoint is created.' }),
    _links: z.object({ self: linkSchema, deliveries: linkSchema }),
  })
  .meta({ id: 'WebhookEndpoint' })

export const webhookDeliverySchema = z
  .object({
    id: idOf('webhookDelivery'),
    ...times,
    webhook_endpoint_id: idOf('webhookEndpoint'),
    event_id: idOf('event'),
    status: z.enum(['pending', 'delivered', 'failed']),
    next_attempt_on: answerTime.optional(),
    attempts: z.array(
      z.object({
        started_on: answerTime,
        duration_ms: z.int(),
        response_status: z.int().optional(),
        error: z.string().optional(),
      }),
    ),
    _links: z.object({ event: linkSchema, redeliver: linkSchema }),
  })
  .meta({ id: 'WebhookDelivery' })

/** Bodies about webhook endpoints, sent by the partner's server. */
import * as z from 'zod'
import { isWebUrl } from './partner-api.ts'
import { WEBHOOK_EVENT_TYPES } from './webhook-events.ts'

/** Absolute http(s) URL, no credentials in it. */
const url = z
  .string()
  .max(2048)
  .refine(isWebUrl, { params: { code: 'invalid_format' } })
const eventTypes = z.array(z.enum(WEBHOOK_EVENT_TYPES)).min(1).max(WEBHOOK_EVENT_TYPES.length)
const description = z.string().min(1).max(255)
/** A header value: printable ASCII (RFC 9110 §5.5), no space at its ends. */
const authorization = z
  .string()
  .max(1024)
  .regex(/^[!-~](?:[ -~]*[!-~])?$/)

export const createWebhookEndpointSchema = z.object({
  url,
  /** Without: all. */
  event_types: eventTypes.optional(),
  description: description.optional(),
  active: z.boolean().default(true),
  /** Sent along as the `Authorization` header; never shown again. */
  authorization: authorization.optional(),
})
export type CreateWebhookEndpoint = z.infer<typeof createWebhookEndpointSchema>

/** What is absent stays; `null` takes away. */
export const updateWebhookEndpointSchema = z.object({
  url: url.optional(),
  event_types: eventTypes.nullish(),
  description: description.nullish(),
  active: z.boolean().optional(),
  authorization: authorization.nullish(),
})
export type UpdateWebhookEndpoint = z.infer<typeof updateWebhookEndpointSchema>

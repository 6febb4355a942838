import { createHmac, timingSafeEqual } from 'node:crypto'
import { eventSchema } from '@visavis/shared/webhook-answers'
import { Webhook } from 'standardwebhooks'
import type * as z from 'zod'

export type WebhookEvent = z.infer<typeof eventSchema>

export interface VerifyWebhookInput {
  secret: string
  /** Of the request, names in any case. */
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** As received, before any parsing. */
  body: string
}

const isSame = (given: string, expected: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/**
 * The event, when it is genuine by **both** signatures and younger than five minutes: what a delivery of Visavis always
 * is. @throws Error when it is not
 */
export const verifyWebhook = ({ secret, headers, body }: VerifyWebhookInput): WebhookEvent => {
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]),
  )
  new Webhook(secret).verify(body, named)
  const expected = createHmac('sha256', secret).update(body).digest('hex')
  if (!isSame(named['cko-signature'] ?? '', expected)) throw new Error('Cko-Signature does not fit')
  return eventSchema.parse(JSON.parse(body))
}

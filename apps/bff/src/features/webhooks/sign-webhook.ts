import { createHmac, randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** `whsec_` and 32 random bytes in base64, as Standard Webhooks writes a symmetric secret. */
export const createWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

interface SignWebhookInput {
  secret: string
  eventId: string
  body: string
  sentOn: Date
}

/** All that a webhook is sent with, but for what its endpoint asks for. */
export const toWebhookHeaders = (input: SignWebhookInput): Record<string, string> => ({
  'Content-Type': 'application/json',
  'User-Agent': 'Visavis',
  ...signWebhook(input),
})

/**
 * Both signatures over the same body. `Cko-Signature` is keyed with the secret as it is written, the way
 * Checkout.com's is; Standard Webhooks keys with the bytes behind `whsec_` and covers the id and the time too.
 */
export const signWebhook = ({ secret, eventId, body, sentOn }: SignWebhookInput): Record<string, string> => ({
  'Cko-Signature': createHmac('sha256', secret).update(body).digest('hex'),
  'webhook-id': eventId,
  'webhook-timestamp': String(Math.floor(sentOn.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign(eventId, sentOn, body),
})

import { createHmac, randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A secret as `POST /webhook-endpoints` gives it. */
export const createWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export interface SignWebhookInput {
  secret: string
  /** Of the event, `evt_…`. */
  id: string
  /** As it goes over the wire. */
  body: string
  /** Default: now. */
  sentOn?: Date
}

/** The headers of a genuine delivery: `Cko-Signature` and those of Standard Webhooks. */
export const signWebhook = ({ secret, id, body, sentOn = new Date() }: SignWebhookInput) => ({
  'Content-Type': 'application/json',
  'Cko-Signature': createHmac('sha256', secret).update(body).digest('hex'),
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(sentOn.getTime() / 1000)),
  'webhook-signature': new Webhook(secret).sign(id, sentOn, body),
})

import type { IncomingHttpHeaders } from 'node:http'
import { Webhook } from 'standardwebhooks'
import type { webhooks } from './partner-api.ts'

type EventOf<Type extends keyof webhooks> =
  webhooks[Type]['post']['requestBody']['content']['application/json']

/** What a webhook brings; its `type` says what is in `data`. Types and fields are added over time. */
export type WebhookEvent = { [Type in keyof webhooks]: EventOf<Type> }[keyof webhooks]

export interface VerifyWebhookInput {
  /** Of the webhook endpoint, `whsec_…`. */
  secret: string
  /** Of the request: Node's, or those of a `Request`. */
  headers: IncomingHttpHeaders | Headers
  /** As received, before any parsing. */
  body: string | Uint8Array
}

/**
 * The event, when it comes from who has the secret and was sent within the last five minutes, as Standard Webhooks has it.
 * @throws WebhookVerificationError when not; another Error when the secret is none
 */
export const verifyWebhook = ({ secret, headers, body }: VerifyWebhookInput): WebhookEvent => {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers)
  const named = Object.fromEntries(entries.map(([name, value]) => [name, String(value ?? '')]))
  return new Webhook(secret).verify(Buffer.from(body).toString(), named) as WebhookEvent
}

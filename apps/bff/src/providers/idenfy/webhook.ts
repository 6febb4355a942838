import type { VendorWebhook } from '../hosted-capture.ts'
import { isHexHmac } from '../webhook-signature.ts'
import { webhookSchema } from './wire.ts'

const SIGNATURE = 'idenfy-signature'
const EVENT_TYPE = 'idenfy-event-type'

/** HMAC-SHA256 of the raw body in hexadecimal (*Callback signing*). It carries no time: the session is read anyway. */
export const idenfyWebhook = (signingKey: string): VendorWebhook => ({
  verify: ({ rawBody, headers }) =>
    headers.get(EVENT_TYPE) === 'FACIAL_AUTHENTICATION' &&
    isHexHmac(headers.get(SIGNATURE), signingKey, rawBody),
  toEvent: (rawBody) => {
    const webhook = parse(rawBody)
    if (!webhook) return undefined
    const { token, status, failReason } = webhook
    return { vendorSession: token, hint: { status, failReason } }
  },
})

const parse = (rawBody: Uint8Array) => {
  try {
    return webhookSchema.safeParse(JSON.parse(Buffer.from(rawBody).toString('utf8'))).data
  } catch {
    return undefined
  }
}

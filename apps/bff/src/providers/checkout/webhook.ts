import type { VendorWebhook } from '../hosted-capture.ts'
import { isHexHmac } from '../webhook-signature.ts'
import { eventSchema } from './wire.ts'

/** The vendor tries for 30 hours (vendor page "Receive webhooks"). */
const MAX_AGE_MS = 48 * 3_600_000
const MAX_SKEW_MS = 300_000

/**
 * `Cko-Signature`: HMAC-SHA256 of the raw body, in hexadecimal. The scheme of before the merger,
 * `timestamp:keyId:signature` under the same header, is not taken.
 */
export const checkoutWebhook = (secret: string): VendorWebhook => ({
  verify: ({ rawBody, headers }, now) => {
    if (!isHexHmac(headers.get('cko-signature'), secret, rawBody)) return false
    const event = parseEvent(rawBody)
    // Signed, but of a kind we do not know: taken, and ignored.
    if (!event) return true
    const age = now.getTime() - new Date(event.created_on).getTime()
    return age <= MAX_AGE_MS && age >= -MAX_SKEW_MS
  },
  toEvent: (rawBody) => {
    const event = parseEvent(rawBody)
    return event && { vendorSession: event.data.face_authentication_id }
  },
})

const parseEvent = (rawBody: Uint8Array) => {
  try {
    return eventSchema.safeParse(JSON.parse(Buffer.from(rawBody).toString('utf8'))).data
  } catch {
    return undefined
  }
}

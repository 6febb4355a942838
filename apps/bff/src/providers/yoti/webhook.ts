import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { VendorWebhook } from '../hosted-capture.ts'
import { notificationSchema } from './wire.ts'

/**
 * What notifications prove themselves with: the vendor signs none, and sends back the token it is given with each
 * session. Made of the application's key, so that there is nothing more to set up, and the same for every replica.
 */
export const toNotificationToken = (privateKey: KeyObject): string =>
  createHmac('sha256', privateKey.export({ type: 'pkcs8', format: 'der' }))
    .update('visavis yoti notifications')
    .digest('base64url')

/** A hint to look, no more: no signature over the body, no time, no result. Whatever the topic, the session is read. */
export const yotiWebhook = (token: string): VendorWebhook => {
  const right = Buffer.from(`Bearer ${token}`)
  return {
    verify: ({ headers }) => {
      const given = Buffer.from(headers.get('authorization') ?? '')
      return given.byteLength === right.byteLength && timingSafeEqual(given, right)
    },
    toEvent: (rawBody) => {
      const notification = parseNotification(rawBody)
      return notification && { vendorSession: notification.session_id }
    },
  }
}

const parseNotification = (rawBody: Uint8Array) => {
  try {
    return notificationSchema.safeParse(JSON.parse(Buffer.from(rawBody).toString('utf8'))).data
  } catch {
    return undefined
  }
}

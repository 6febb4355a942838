import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Whether a header is the HMAC-SHA256 of the raw body in hexadecimal, of either case, compared in constant time.
 * Anything else under that header, an older scheme too, is not.
 */
export const isHexHmac = (header: string | null, secret: string, rawBody: Uint8Array): boolean => {
  if (!header || !/^[0-9a-f]{64}$/i.test(header)) return false
  const right = createHmac('sha256', secret).update(rawBody).digest()
  return timingSafeEqual(Buffer.from(header, 'hex'), right)
}

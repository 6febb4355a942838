import { verify } from 'node:crypto'
import type { Yoti } from './model.ts'
import { YotiError } from './yoti-error.ts'

export interface SignedRequest {
  method: string
  /** Below the base address, query included, exactly as sent. */
  target: string
  digest: string | undefined
  body: Uint8Array
}

/** The vendor publishes neither window; both of ours are the same. */
const WINDOW_MS = 5 * 60_000
/** Sixteen bytes as a UUID is written. Not one by RFC 9562: the vendor's Go client sets no version in them. */
const NONCE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const METHODS_WITH_BODY = ['POST', 'PUT', 'PATCH']

/**
 * `METHOD&PATH?QUERY[&BASE64(body)]`, RSA PKCS#1 v1.5 with SHA-256, base64. @throws YotiError for a wrong signature,
 * a nonce that came before, or a timestamp (seconds or milliseconds) too far from now
 */
export const verifySignature = (yoti: Yoti, { method, target, digest, body }: SignedRequest): void => {
  if (!digest)
    throw new YotiError('MALFORMED_REQUEST', [
      { property: 'header.X-Yoti-Auth-Digest', message: 'must not be null or empty' },
    ])
  const hasBody = METHODS_WITH_BODY.includes(method) && body.byteLength > 0
  const parts = [method, target, ...(hasBody ? [Buffer.from(body).toString('base64')] : [])]
  const signature = Buffer.from(digest, 'base64')
  if (!verify('sha256', Buffer.from(parts.join('&')), yoti.publicKey, signature))
    throw new YotiError('MESSAGE_SIGNING')
  const query = new URL(target, yoti.kit.origin).searchParams
  const nonce = query.get('nonce') ?? ''
  if (!NONCE.test(nonce) || yoti.nonces.get(nonce) || !isFresh(yoti, query.get('timestamp') ?? ''))
    throw new YotiError('MESSAGE_SIGNING')
  yoti.nonces.set(nonce, true, 2 * WINDOW_MS)
}

/** The guide shows seconds, the vendor's clients send milliseconds. */
const isFresh = ({ kit }: Yoti, timestamp: string): boolean => {
  if (!/^\d{10}(\d{3})?$/.test(timestamp)) return false
  const sentMs = Number(timestamp) * (timestamp.length === 10 ? 1000 : 1)
  return Math.abs(kit.clock.now().getTime() - sentMs) <= WINDOW_MS
}

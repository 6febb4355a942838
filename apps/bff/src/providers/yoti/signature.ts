import { type KeyObject, randomUUID, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { OutgoingRequest } from '../http.ts'

interface Signer {
  sdkId: string
  privateKey: KeyObject
  now: () => Date
}

const signAsync = promisify(sign)

/**
 * `METHOD&PATH?QUERY[&BASE64(body)]`, RSA PKCS#1 v1.5 with SHA-256, base64, the path without that of the base address.
 * In milliseconds, as all official clients send it; the guide's example shows seconds. The body must be whole: it is
 * part of what is signed.
 */
export const signRequest =
  ({ sdkId, privateKey, now }: Signer) =>
  async ({ method, target, body }: OutgoingRequest) => {
    const query = new URLSearchParams({ sdkId, nonce: randomUUID(), timestamp: String(now().getTime()) })
    const signed = `${target}${target.includes('?') ? '&' : '?'}${query}`
    const parts = [method, signed, ...(body ? [Buffer.from(body).toString('base64')] : [])]
    const digest = await signAsync('sha256', Buffer.from(parts.join('&')), privateKey)
    return { target: signed, headers: { 'X-Yoti-Auth-Digest': digest.toString('base64') } }
  }

import { createHmac, hkdfSync } from 'node:crypto'
import type { KeyedHash } from './types.ts'

/** Each purpose has a key of its own, so that a hash made for one is worth nothing for another. */
const PURPOSES = ['asset-url', 'digit-string', 'address'] as const
export type HashPurpose = (typeof PURPOSES)[number]

/** HMAC-SHA-256 (RFC 2104) under keys derived from the master key (HKDF-SHA-256, RFC 5869). */
export const createKeyedHash = (masterKey: Uint8Array): KeyedHash => {
  const keys = new Map(
    PURPOSES.map((purpose) => [
      purpose,
      new Uint8Array(hkdfSync('sha256', masterKey, '', `visavis ${purpose} v1`, 32)),
    ]),
  )
  return (purpose, text) => {
    const key = keys.get(purpose)
    if (!key) throw new TypeError(`there is no key for ${purpose}`)
    return new Uint8Array(createHmac('sha256', key).update(text).digest())
  }
}

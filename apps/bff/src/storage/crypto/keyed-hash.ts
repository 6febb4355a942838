import { createHmac, hkdfSync } from 'node:crypto'
import type { KeyedHash } from '../assets/types.ts'
import { HASH_PURPOSES } from './hash-purposes.ts'

/** HMAC-SHA-256 (RFC 2104) under keys derived from one (HKDF-SHA-256, RFC 5869). */
export const createKeyedHash = (key: Uint8Array): KeyedHash => {
  const keys = new Map(
    HASH_PURPOSES.map((purpose) => [
      purpose,
      new Uint8Array(hkdfSync('sha256', key, '', `visavis ${purpose} v1`, 32)),
    ]),
  )
  return (purpose, text) => {
    const derived = keys.get(purpose)
    if (!derived) throw new TypeError(`there is no key for ${purpose}`)
    return new Uint8Array(createHmac('sha256', derived).update(text).digest())
  }
}

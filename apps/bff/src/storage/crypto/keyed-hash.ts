import { createHmac, hkdfSync } from 'node:crypto'
import type { KeyedHash } from '../assets/types.ts'

/** Each purpose has a key of its own, so that a hash made for one is worth nothing for another. */
const PURPOSES = ['asset-url', 'digit-string', 'address', 'handoff-code', 'handoff-claim', 'return'] as const
export type HashPurpose = (typeof PURPOSES)[number]

/** HMAC-SHA-256 (RFC 2104) under keys derived from one (HKDF-SHA-256, RFC 5869). */
export const createKeyedHash = (key: Uint8Array): KeyedHash => {
  const keys = new Map(
    PURPOSES.map((purpose) => [
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

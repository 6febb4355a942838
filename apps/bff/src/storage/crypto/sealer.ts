import { hkdfSync, randomBytes } from 'node:crypto'
import type { Sealer } from '../assets/types.ts'
import { createEncipher, decipher, GCM_IV_BYTES, GCM_TAG_BYTES } from './aes-gcm.ts'

export const SEALING_KEY_BYTES = 32
const VERSION = 1
const HEADER_BYTES = 1 + GCM_IV_BYTES

/**
 * Sealed bytes: version (1) · IV (12, random) · ciphertext · tag (16). The version is authenticated along with the
 * context. Random IVs of 96 bits allow 2³² values under one key (NIST SP 800-38D §8.3); the key is derived
 * (HKDF-SHA-256, RFC 5869), so that one key can serve other purposes too.
 * @throws Error when the key is not 32 bytes long
 */
export const createSealer = (key: Uint8Array): Sealer => {
  if (key.byteLength !== SEALING_KEY_BYTES) {
    throw new Error(`the key must be ${SEALING_KEY_BYTES} bytes long`)
  }
  const derived = new Uint8Array(hkdfSync('sha256', key, '', 'visavis seal v1', 32))
  const authenticated = (context: string) => Buffer.from(`${VERSION}:${context}`, 'utf8')

  return {
    seal: (plain, context) => {
      const iv = randomBytes(GCM_IV_BYTES)
      const cipher = createEncipher({ key: derived, iv, context: authenticated(context) })
      const ciphertext = [cipher.update(plain), cipher.final()]
      return Buffer.concat([Buffer.of(VERSION), iv, ...ciphertext, cipher.getAuthTag()])
    },
    open: (sealed, context) => {
      if (sealed[0] !== VERSION || sealed.byteLength < HEADER_BYTES + GCM_TAG_BYTES) {
        throw new Error('this is no sealed value of a known version')
      }
      try {
        return decipher(sealed.subarray(HEADER_BYTES, -GCM_TAG_BYTES), {
          key: derived,
          iv: sealed.subarray(1, HEADER_BYTES),
          context: authenticated(context),
          tag: sealed.subarray(-GCM_TAG_BYTES),
        })
      } catch (cause) {
        throw new Error('a sealed value was altered, or belongs elsewhere, or to another key', { cause })
      }
    },
  }
}

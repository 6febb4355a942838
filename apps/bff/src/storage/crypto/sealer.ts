import { hkdfSync, randomBytes } from 'node:crypto'
import type { Sealer } from '../assets/types.ts'
import { createEncipher, decipher, GCM_IV_BYTES, GCM_TAG_BYTES } from './aes-gcm.ts'

export const SEALING_KEY_BYTES = 32
const VERSION = 2
const EARLIER_VERSION = 1
const SALT_BYTES = 32
const HEADER_BYTES = 1 + SALT_BYTES
const EARLIER_HEADER_BYTES = 1 + GCM_IV_BYTES

/** What a value was sealed with. */
interface Sealing {
  version: number
  key: Uint8Array
  iv: Uint8Array
}

const derive = (key: Uint8Array, salt: Uint8Array, info: string, length: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, info, length))

/**
 * Sealed bytes: version (1) · salt (32, random) · ciphertext · tag (16). Key and IV of each value are derived from the
 * sealer's key and the value's salt (HKDF-SHA-256, RFC 5869), so no key ever seals twice, and the 2³² values that random
 * IVs allow under one key (NIST SP 800-38D §8.3) are no limit. The version is authenticated along with the context.
 * Values of version 1, all under one key with an IV of their own, are opened, not made.
 * @throws Error when the key is not 32 bytes long
 */
export const createSealer = (key: Uint8Array): Sealer => {
  if (key.byteLength !== SEALING_KEY_BYTES) {
    throw new Error(`the key must be ${SEALING_KEY_BYTES} bytes long`)
  }
  const earlierKey = derive(key, new Uint8Array(), 'visavis seal v1', SEALING_KEY_BYTES)
  const authenticated = (version: number, context: string) => Buffer.from(`${version}:${context}`, 'utf8')

  const toSealing = (salt: Uint8Array): Sealing => {
    const derived = derive(key, salt, 'visavis seal v2', SEALING_KEY_BYTES + GCM_IV_BYTES)
    return {
      version: VERSION,
      key: derived.subarray(0, SEALING_KEY_BYTES),
      iv: derived.subarray(SEALING_KEY_BYTES),
    }
  }

  const open = (sealed: Uint8Array, headerBytes: number, sealing: Sealing, context: string): Uint8Array => {
    if (sealed.byteLength < headerBytes + GCM_TAG_BYTES) throw new Error('this sealed value was cut')
    try {
      return decipher(sealed.subarray(headerBytes, -GCM_TAG_BYTES), {
        key: sealing.key,
        iv: sealing.iv,
        context: authenticated(sealing.version, context),
        tag: sealed.subarray(-GCM_TAG_BYTES),
      })
    } catch (cause) {
      throw new Error('a sealed value was altered, or belongs elsewhere, or to another key', { cause })
    }
  }

  return {
    seal: (plain, context) => {
      const salt = randomBytes(SALT_BYTES)
      const sealing = toSealing(salt)
      const cipher = createEncipher({ ...sealing, context: authenticated(VERSION, context) })
      const ciphertext = [cipher.update(plain), cipher.final()]
      return Buffer.concat([Buffer.of(VERSION), salt, ...ciphertext, cipher.getAuthTag()])
    },
    open: (sealed, context, earlierContext = context) => {
      if (sealed[0] === VERSION) {
        return open(sealed, HEADER_BYTES, toSealing(sealed.subarray(1, HEADER_BYTES)), context)
      }
      if (sealed[0] === EARLIER_VERSION) {
        const iv = sealed.subarray(1, EARLIER_HEADER_BYTES)
        return open(
          sealed,
          EARLIER_HEADER_BYTES,
          { version: EARLIER_VERSION, key: earlierKey, iv },
          earlierContext,
        )
      }
      throw new Error('this is no sealed value of a known version')
    },
  }
}

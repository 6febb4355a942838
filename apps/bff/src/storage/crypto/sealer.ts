import { hkdfSync, randomBytes } from 'node:crypto'
import type { Sealer, ValueSealer } from '../assets/types.ts'
import { createEncipher, decipher, GCM_IV_BYTES, GCM_TAG_BYTES } from './aes-gcm.ts'
import { openApplicantKey } from './applicant-key.ts'
import { type DataKeys, FIRST_DATA_KEY, onlyDataKey } from './data-keys.ts'

export const SEALING_KEY_BYTES = 32
const KEY_ID_BYTES = 4
const SALT_BYTES = 32
const NOBODYS_KEY = new Uint8Array()

/** How a version lays out its values: version (1) · header · ciphertext · tag (16). */
const VERSION = 3
const HEADER_BYTES: Readonly<Record<number, number>> = {
  1: 1 + GCM_IV_BYTES,
  2: 1 + SALT_BYTES,
  [VERSION]: 1 + KEY_ID_BYTES + SALT_BYTES,
}

interface Sealing {
  key: Uint8Array
  iv: Uint8Array
}

const derive = (key: Uint8Array, salt: Uint8Array, info: string, length: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, info, length))

const deriveBoth = (key: Uint8Array, salt: Uint8Array, info: string): Sealing => {
  const derived = derive(key, salt, info, SEALING_KEY_BYTES + GCM_IV_BYTES)
  return { key: derived.subarray(0, SEALING_KEY_BYTES), iv: derived.subarray(SEALING_KEY_BYTES) }
}

const toSealing = (dataKey: Uint8Array, applicantKey: Uint8Array, salt: Uint8Array): Sealing =>
  deriveBoth(Buffer.concat([dataKey, applicantKey]), salt, 'visavis seal v3')

/** What each value begins with that this data key seals. Those of earlier versions begin otherwise. */
export const toSealedPrefix = (keyId: number): Uint8Array => {
  const prefix = Buffer.alloc(1 + KEY_ID_BYTES)
  prefix.writeUInt8(VERSION)
  prefix.writeUInt32BE(keyId, 1)
  return prefix
}

/** Of a value that was sealed just now. */
export const readDataKeyId = (sealed: Uint8Array): number =>
  Buffer.from(sealed.subarray(1, 1 + KEY_ID_BYTES)).readUInt32BE()

const authenticated = (version: number, context: string) => Buffer.from(`${version}:${context}`, 'utf8')

/**
 * Sealed bytes: version (1) · id of the data key (4) · salt (32, random) · ciphertext · tag (16). Key and IV of each value
 * are derived from the data key, the applicant's own key where it belongs to one, and the value's salt (HKDF-SHA-256,
 * RFC 5869), so no key ever seals twice, and the 2³² values that random IVs allow under one key (NIST SP 800-38D §8.3) are
 * no limit. The version is authenticated along with the context. Values of versions 1 and 2, which knew one data key
 * and no applicants' keys, are opened, not made.
 * @throws Error when a key alone is given that is not 32 bytes long
 */
export const createSealer = (given: Uint8Array | DataKeys): Sealer => {
  if (given instanceof Uint8Array && given.byteLength !== SEALING_KEY_BYTES) {
    throw new Error(`the key must be ${SEALING_KEY_BYTES} bytes long`)
  }
  const keys = given instanceof Uint8Array ? onlyDataKey(given) : given
  const nobodys = createValueSealer(keys, () => NOBODYS_KEY)
  return {
    ...nobodys,
    ofApplicant: (applicant) => createValueSealer(keys, () => openApplicantKey(nobodys, applicant)),
  }
}

/** @param readApplicantKey asked by what needs it: what earlier versions sealed does not */
const createValueSealer = (keys: DataKeys, readApplicantKey: () => Uint8Array): ValueSealer => {
  const findKey = (id: number): Uint8Array => {
    const key = keys.find(id)
    if (!key) throw new Error('a sealed value names a data key that is not here')
    return key
  }

  const readSealing = (version: number, header: Buffer): Sealing => {
    switch (version) {
      case 1: {
        const key = derive(findKey(FIRST_DATA_KEY), new Uint8Array(), 'visavis seal v1', SEALING_KEY_BYTES)
        return { key, iv: header }
      }
      case 2:
        return deriveBoth(findKey(FIRST_DATA_KEY), header, 'visavis seal v2')
      default:
        return toSealing(findKey(header.readUInt32BE()), readApplicantKey(), header.subarray(KEY_ID_BYTES))
    }
  }

  return {
    seal: (plain, context) => {
      const { id, key } = keys.present()
      const salt = randomBytes(SALT_BYTES)
      const sealing = toSealing(key, readApplicantKey(), salt)
      const cipher = createEncipher({ ...sealing, context: authenticated(VERSION, context) })
      const ciphertext = [cipher.update(plain), cipher.final()]
      return Buffer.concat([toSealedPrefix(id), salt, ...ciphertext, cipher.getAuthTag()])
    },
    open: (sealed, context, earlierContext = context) => {
      const [version = 0] = sealed
      const headerBytes = HEADER_BYTES[version]
      if (headerBytes === undefined) throw new Error('this is no sealed value of a known version')
      if (sealed.byteLength < headerBytes + GCM_TAG_BYTES) throw new Error('this sealed value was cut')
      const sealing = readSealing(version, Buffer.from(sealed.subarray(1, headerBytes)))
      try {
        return decipher(sealed.subarray(headerBytes, -GCM_TAG_BYTES), {
          ...sealing,
          context: authenticated(version, version === 1 ? earlierContext : context),
          tag: sealed.subarray(-GCM_TAG_BYTES),
        })
      } catch (cause) {
        throw new Error('a sealed value was altered, or belongs elsewhere, or to another key', { cause })
      }
    },
  }
}

import { createCipheriv, createDecipheriv } from 'node:crypto'

export const GCM_IV_BYTES = 12
export const GCM_TAG_BYTES = 16

const ALGORITHM = 'aes-256-gcm'
const OPTIONS = { authTagLength: GCM_TAG_BYTES }

interface GcmKey {
  /** 32 bytes. */
  key: Uint8Array
  /** 12 bytes, never twice under one key. */
  iv: Uint8Array
  /** Authenticated along with the text. */
  context?: Uint8Array
}

export const createEncipher = ({ key, iv, context }: GcmKey) => {
  const cipher = createCipheriv(ALGORITHM, key, iv, OPTIONS)
  return context ? cipher.setAAD(context) : cipher
}

/** Pieces as they come: an alteration shows when the last one is read, so what was given out by then must be undone. */
export const decipherStream = async function* (
  ciphertext: AsyncIterable<Uint8Array>,
  { key, iv, context, tag }: GcmKey & { tag: Uint8Array },
): AsyncIterable<Uint8Array> {
  const engine = createDecipheriv(ALGORITHM, key, iv, OPTIONS).setAuthTag(tag)
  if (context) engine.setAAD(context)
  for await (const chunk of ciphertext) yield engine.update(chunk)
  engine.final()
}

/** @throws Error when anything was altered */
export const decipher = (
  ciphertext: Uint8Array,
  { key, iv, context, tag }: GcmKey & { tag: Uint8Array },
): Uint8Array => {
  const engine = createDecipheriv(ALGORITHM, key, iv, OPTIONS).setAuthTag(tag)
  if (context) engine.setAAD(context)
  const plain = engine.update(ciphertext)
  engine.final() // Only checks: GCM has no last block.
  // Memory of its own, not a slice of Node's pool: callers may hand it over to a worker.
  return new Uint8Array(plain.buffer, plain.byteOffset, plain.byteLength)
}

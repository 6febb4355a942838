import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 of a secret: what is stored of it. The secrets are random, so no salt or slow hash is needed. */
export const hashSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest()

/** 256 random bits, base64url without padding: 43 characters. */
export const createCaptureToken = (): { token: string; hash: Uint8Array } => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashSecret(token) }
}

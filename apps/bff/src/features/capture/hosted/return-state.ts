import { randomBytes, timingSafeEqual } from 'node:crypto'
import { isId } from '@visavis/shared/ids'
import { hashSecret } from '../../links/index.ts'
import type { CaptureDeps } from '../deps.ts'

interface ReturnState {
  attemptId: string
  /** SHA-256 of the part that works once. */
  nonceHash: Uint8Array
}

type Keyed = Pick<CaptureDeps, 'keyedHash'>

const sign = ({ keyedHash }: Keyed, attemptId: string, nonce: string, expires: number): Uint8Array =>
  keyedHash('return', `${attemptId}:${nonce}:${expires}`)

/**
 * What stands in the address a vendor sends the browser back to: which attempt, until when, a nonce that is used up,
 * and a signature over it all.
 */
export const createReturnState = (deps: Keyed, attemptId: string, expiresOn: Date) => {
  const nonce = randomBytes(32).toString('base64url')
  const expires = Math.floor(expiresOn.getTime() / 1000)
  const signature = Buffer.from(sign(deps, attemptId, nonce, expires)).toString('base64url')
  return { text: [attemptId, nonce, expires, signature].join('.'), nonceHash: hashSecret(nonce) }
}

/** `undefined` for one that was made elsewhere, altered, or has run out. */
export const readReturnState = (deps: Keyed, text: string, now: Date): ReturnState | undefined => {
  const [attemptId = '', nonce = '', expires = '', signature = '', ...rest] = text.split('.')
  if (rest.length > 0 || !isId('attempt', attemptId) || !/^\d{1,12}$/.test(expires)) return undefined
  const given = Buffer.from(signature, 'base64url')
  const right = sign(deps, attemptId, nonce, Number(expires))
  if (given.byteLength !== right.byteLength || !timingSafeEqual(given, right)) return undefined
  return Number(expires) * 1000 > now.getTime() ? { attemptId, nonceHash: hashSecret(nonce) } : undefined
}

/** Told apart from the nonce before it, which travels through the vendor: that one is no token. */
const hashPageSecret = (secret: string): Uint8Array => hashSecret(`returned page:${secret}`)

/** What the page gets that a return leads to. It stands beside the attempt's own token, which another page may hold. */
export const createPageToken = (attemptId: string) => {
  const secret = randomBytes(32).toString('base64url')
  return { token: `${attemptId}.${secret}`, hash: hashPageSecret(secret) }
}

export const readPageToken = (token: string): { attemptId: string; hash: Uint8Array } | undefined => {
  const [attemptId = '', secret, ...rest] = token.split('.')
  if (secret === undefined || rest.length > 0 || !isId('attempt', attemptId)) return undefined
  return { attemptId, hash: hashPageSecret(secret) }
}

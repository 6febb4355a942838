import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { ConsoleDeps } from './deps.ts'

/** Somebody may have to look for a security key (WebAuthn 3 §15.1: 5 to 10 minutes), or for a password. */
export const CHALLENGE_LIFETIME_MS = 5 * 60_000
const NONCE_BYTES = 16
const TIME_BYTES = 6

type ChallengeDeps = Pick<ConsoleDeps, 'keyedHash' | 'now'>

/**
 * What an authenticator has to sign: random, with its end and our signature, so that nothing is stored for people nobody
 * knows yet. That it opens one session only, the sessions see to.
 * @param purpose what it is good for: signing in in one of the ways, one invitation, or one session
 */
export const createChallenge = (deps: ChallengeDeps, purpose: string): Uint8Array<ArrayBuffer> => {
  const head = Buffer.alloc(NONCE_BYTES + TIME_BYTES)
  randomBytes(NONCE_BYTES).copy(head)
  head.writeUIntBE(deps.now().getTime() + CHALLENGE_LIFETIME_MS, NONCE_BYTES, TIME_BYTES)
  return new Uint8Array([...head, ...sign(deps, purpose, head)])
}

/** Whether it is one of ours, for that purpose, and not too old. @param challenge base64url @returns when it was made */
export const readChallenge = (deps: ChallengeDeps, purpose: string, challenge: string): Date | undefined => {
  const bytes = Buffer.from(challenge, 'base64url')
  const head = bytes.subarray(0, NONCE_BYTES + TIME_BYTES)
  const given = bytes.subarray(head.byteLength)
  if (head.byteLength !== NONCE_BYTES + TIME_BYTES) return undefined
  const right = sign(deps, purpose, head)
  const isSigned = given.byteLength === right.byteLength && timingSafeEqual(given, right)
  const end = head.readUIntBE(NONCE_BYTES, TIME_BYTES)
  return isSigned && end > deps.now().getTime() ? new Date(end - CHALLENGE_LIFETIME_MS) : undefined
}

const sign = ({ keyedHash }: ChallengeDeps, purpose: string, head: Buffer): Uint8Array =>
  keyedHash('passkey-challenge', `${purpose}:${head.toString('hex')}`)

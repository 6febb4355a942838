import { timingSafeEqual } from 'node:crypto'
import type { CaptureDeps } from '../deps.ts'
import type { ProofClaims } from './read-proof.ts'

/** How long a proof is good. Long enough that few calls have to be made again. */
export const PROOF_LIFETIME_MS = 5 * 60_000
/** A device's clock may be as much ahead: such a proof is good for twice as long, and known for as long once it was used. */
export const PROOF_REMEMBERED_MS = 2 * PROOF_LIFETIME_MS

type Deps = Pick<CaptureDeps, 'keyedHash' | 'now'>

const sign = ({ keyedHash }: Deps, until: string): Buffer => Buffer.from(keyedHash('proof-nonce', until))

/** Goes into the next proof. Nothing of it is stored: any process knows its own kind. */
export const createProofNonce = (deps: Deps): string => {
  const until = (deps.now().getTime() + PROOF_LIFETIME_MS).toString(36)
  return `${until}.${sign(deps, until).toString('base64url')}`
}

const isNonce = (deps: Deps, given: string): boolean => {
  const [until = '', signature = ''] = given.split('.')
  const [right, theirs] = [sign(deps, until), Buffer.from(signature, 'base64url')]
  if (right.byteLength !== theirs.byteLength || !timingSafeEqual(right, theirs)) return false
  return Number.parseInt(until, 36) > deps.now().getTime()
}

/**
 * Whether a proof was made just now: by the time in our nonce, whatever the clock of the device says; without one, by that
 * clock (RFC 9449 §11.1), so that a page that is loaded again need not ask twice.
 */
export const isRecent = (deps: Deps, { nonce, iat }: Pick<ProofClaims, 'nonce' | 'iat'>): boolean =>
  nonce === undefined ? Math.abs(deps.now().getTime() - iat * 1000) < PROOF_LIFETIME_MS : isNonce(deps, nonce)

import { lockAndSettle, parseDigitString } from '../authentications/index.ts'
import { createCaptureToken } from '../links/index.ts'
import type { HandoffDeps } from './deps.ts'
import { toHandoffUrl } from './to-handoff-view.ts'

const WINDOW_MS = 15 * 60_000
/** Typing errors of one household, not a search through 100 million. */
const MAX_TRIES_PER_ADDRESS = 10
/** With 100 digit strings waiting, a search from many addresses hits one after 17 days on average. */
const MAX_TRIES_IN_ALL = 600

export type Redeemed =
  | { kind: 'opened'; verificationUrl: string }
  /** Wrong, run out, used, or never given: nobody is told which. */
  | { kind: 'unknown' }
  | { kind: 'too-many'; retryAfterS: number }

/**
 * Hands the link of an attempt to whoever types its digits, once: the link gets a fresh token, the one given to the
 * partner stops working. Only an attempt nobody has opened yet changes hands like that. The digits of a hand-off lead
 * to the page that its QR code leads to, where the number is asked for.
 * @param addressKey whose tries count together
 */
export const redeemDigitString = async (
  deps: HandoffDeps,
  typed: string,
  addressKey: string,
): Promise<Redeemed> => {
  const wait = await countTry(deps, addressKey)
  if (wait !== undefined) return { kind: 'too-many', retryAfterS: wait }
  const digits = parseDigitString(typed)
  if (digits === undefined) return { kind: 'unknown' }
  // Found by a keyed hash: how long the look-up takes says nothing about the digits of others.
  const hash = deps.keyedHash('digit-string', digits)
  const handoff = await deps.database.handoffs.findByDigits(hash, deps.now())
  if (handoff) return { kind: 'opened', verificationUrl: toHandoffUrl(deps, handoff.id) }
  const known = await deps.database.attempts.findByDigitString(hash, deps.now())
  if (!known) return { kind: 'unknown' }

  const { token, hash: captureTokenHash } = createCaptureToken()
  const isHandedOver = await deps.database.transaction(async (repositories) => {
    const { tenantId, faceAuthenticationId } = known
    const held = await lockAndSettle(repositories, tenantId, faceAuthenticationId, deps.now())
    const attempt = held?.attempt
    if (attempt?.id !== known.id || attempt.status !== 'pending_redirection') return false
    if (!attempt.digitStringHash) return false
    await repositories.attempts.update(known.id, { captureTokenHash, digitStringHash: null }, deps.now())
    return true
  })
  if (!isHandedOver) return { kind: 'unknown' }
  return { kind: 'opened', verificationUrl: `${deps.publicUrl}/verify/${known.id}#${token}` }
}

/** @returns seconds to wait, when there were too many tries */
const countTry = async (
  { database, keyedHash, now }: HandoffDeps,
  addressKey: string,
): Promise<number | undefined> => {
  const started = now()
  const resetsOn = new Date(started.getTime() + WINDOW_MS)
  const hashed = Buffer.from(keyedHash('address', addressKey)).toString('base64url')
  const own = await database.codeTries.take(`address:${hashed}`, started, resetsOn)
  // A single address that keeps trying does not use up what everybody shares.
  if (own.count > MAX_TRIES_PER_ADDRESS) return toSeconds(own.resetsOn, started)
  const all = await database.codeTries.take('all', started, resetsOn)
  return all.count > MAX_TRIES_IN_ALL ? toSeconds(all.resetsOn, started) : undefined
}

const toSeconds = (until: Date, from: Date): number => Math.ceil((until.getTime() - from.getTime()) / 1000)

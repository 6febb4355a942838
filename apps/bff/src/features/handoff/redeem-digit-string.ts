import { lockAndSettle, parseDigitString } from '../authentications/index.ts'
import { createCaptureToken } from '../links/index.ts'
import { ATTACK_STARTS_AT, toCircles } from './code-try-rules.ts'
import type { HandoffDeps } from './deps.ts'
import { toHandoffUrl } from './to-handoff-view.ts'

const WINDOW_MS = 15 * 60_000

export type Redeemed =
  | { kind: 'opened'; verificationUrl: string }
  /** Wrong, run out, used, or never given: nobody is told which. */
  | { kind: 'unknown' }
  | { kind: 'too-many'; retryAfterS: number }

/**
 * Hands the link of an attempt to whoever types its digits, once: the link gets a fresh token, the one given to the
 * partner stops working. Only an attempt nobody has opened yet changes hands like that. The digits of a hand-off lead
 * to the page that its QR code leads to, where the number is asked for.
 * Only tries that fail count. @param addressKey whose tries count together
 */
export const redeemDigitString = async (
  deps: HandoffDeps,
  typed: string,
  addressKey: string,
): Promise<Redeemed> => {
  // Counted before the look and given back after it: many at once get no more than one after the other.
  const counted = await countTry(deps, addressKey)
  if (counted.kind === 'too-many') return counted
  const redeemed = await redeem(deps, typed)
  if (redeemed.kind === 'opened') await deps.database.codeTries.giveBack(counted.keys)
  return redeemed
}

const redeem = async (deps: HandoffDeps, typed: string): Promise<Redeemed> => {
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

/** @returns the counts it went into, or how long to wait after too many wrong ones */
const countTry = async (
  { database, keyedHash, now }: HandoffDeps,
  addressKey: string,
): Promise<{ kind: 'counted'; keys: string[] } | Extract<Redeemed, { kind: 'too-many' }>> => {
  const started = now()
  const resetsOn = new Date(started.getTime() + WINDOW_MS)
  const take = (key: string) => database.codeTries.take(key, started, resetsOn)
  const toKey = (text: string) => `address:${Buffer.from(keyedHash('address', text)).toString('base64url')}`
  const isAttack = (await take('all')).count > ATTACK_STARTS_AT
  const keys = ['all']
  for (const { key, most, mostUnderAttack } of toCircles(addressKey)) {
    const hashed = toKey(key)
    const own = await take(hashed)
    keys.push(hashed)
    if (own.count <= (isAttack ? mostUnderAttack : most)) continue
    // What is refused is no try: it must not fill the circles around it.
    await database.codeTries.giveBack(keys)
    return { kind: 'too-many', retryAfterS: toSeconds(own.resetsOn, started) }
  }
  return { kind: 'counted', keys }
}

const toSeconds = (until: Date, from: Date): number => Math.ceil((until.getTime() - from.getTime()) / 1000)

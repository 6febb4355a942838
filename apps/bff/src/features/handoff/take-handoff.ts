import { AppError } from '@visavis/shared/errors'
import { type ConfirmHandoff, MAX_HANDOFF_TRIES, type OpenedHandoff } from '@visavis/shared/handoff-api'
import { isOpenAttempt } from '../authentications/index.ts'
import { withCapture } from '../capture/index.ts'
import { createCaptureToken } from '../links/index.ts'
import type { HandoffDeps } from './deps.ts'
import { findHandoffSubject } from './find-handoff-subject.ts'
import { isHandoffClaim, isHandoffCode, toHandoffClaim } from './handoff-code.ts'

/**
 * Tells the device that scanned a code what it is asked for. Nothing changes hands yet: whatever opens links by
 * itself does no harm.
 * @throws AppError HANDOFF_INVALID
 */
export const openHandoff = async (
  deps: HandoffDeps,
  { handoff: id, code }: { handoff: string; code: string },
): Promise<OpenedHandoff> => {
  const handoff = isHandoffCode(deps, id, code) ? await deps.database.handoffs.find(id) : undefined
  if (handoff?.state !== 'waiting') throw new AppError('HANDOFF_INVALID')
  const subject = await findHandoffSubject(deps, handoff)
  return withCapture(deps, subject, async (held, repositories) => {
    if (!isOpenAttempt(held.state.status)) throw new AppError('HANDOFF_INVALID')
    const tenant = await repositories.tenants.get(subject.tenantId)
    return {
      claim: toHandoffClaim(deps, id),
      purpose: subject.purpose,
      partner_name: tenant?.name ?? '',
      locale: held.locale,
      source: { browser: handoff.sourceBrowser, system: handoff.sourceSystem },
    }
  })
}

/**
 * Gives the link to the device whose person types the number that the other one shows: with a fresh token, so that
 * the one before opens nothing any more, and for the key of the browser that opens it then. A second wrong number ends the hand-off.
 * @throws AppError HANDOFF_INVALID, HANDOFF_NUMBER_WRONG
 */
export const confirmHandoff = async (
  deps: HandoffDeps,
  { handoff: id, claim, number }: ConfirmHandoff,
): Promise<{ verificationUrl: string }> => {
  const known = isHandoffClaim(deps, id, claim) ? await deps.database.handoffs.find(id) : undefined
  if (!known) throw new AppError('HANDOFF_INVALID')
  const subject = await findHandoffSubject(deps, known)
  const outcome = await withCapture(deps, subject, async (held, repositories) => {
    const handoff = await repositories.handoffs.find(id)
    if (handoff?.state !== 'waiting' || !isOpenAttempt(held.state.status))
      throw new AppError('HANDOFF_INVALID')
    if (Number(number) !== handoff.number) {
      const tries = handoff.tries + 1
      const isOver = tries >= MAX_HANDOFF_TRIES
      await repositories.handoffs.update(id, {
        tries,
        ...(isOver ? { state: 'cancelled', digitsHash: null } : {}),
      })
      return isOver ? 'over' : 'wrong'
    }
    const { token, hash } = createCaptureToken()
    const { captureTokenHash, deviceKeyHash } = held.state
    await repositories.handoffs.update(id, {
      state: 'connected',
      digitsHash: null,
      followerHash: captureTokenHash,
      followerKeyHash: deviceKeyHash,
    })
    await held.update({ captureTokenHash: hash, deviceKeyHash: null, uploadId: null })
    return { verificationUrl: `${deps.publicUrl}/verify/${subject.id}#${token}` }
  })
  if (outcome === 'wrong') throw new AppError('HANDOFF_NUMBER_WRONG')
  if (outcome === 'over') throw new AppError('HANDOFF_INVALID')
  return outcome
}

import { randomInt } from 'node:crypto'
import { AppError } from '@visavis/shared/errors'
import type { StartedHandoff } from '@visavis/shared/handoff-api'
import { newId } from '@visavis/shared/ids'
import { createDigitString, isOpenAttempt } from '../authentications/index.ts'
import { type CaptureSubject, toLinkOwner, withCapture } from '../capture/index.ts'
import type { HandoffDeps } from './deps.ts'
import type { Handoff } from './handoffs-repo.ts'
import { toHandoffView } from './to-handoff-view.ts'

/** Where the capture was started, for the person to recognise. */
export interface HandoffSource {
  browser: string | null
  system: string | null
}

/**
 * Offers an open link to another device. Asked again, everything is new: code, number and digits.
 * @throws AppError ATTEMPT_CLOSED, HANDOFF_UNAVAILABLE when the journey or an earlier hand-off says no
 */
export const startHandoff = async (
  deps: HandoffDeps,
  subject: CaptureSubject,
  source: HandoffSource,
): Promise<StartedHandoff> => {
  const { digits, hash: digitsHash } = await createDigitString(deps)
  const owner = toLinkOwner(subject)
  return withCapture(deps, subject, async (held, repositories) => {
    if (!isOpenAttempt(held.state.status)) throw new AppError('ATTEMPT_CLOSED')
    const before = await repositories.handoffs.findByOwner(owner)
    const isAllowed = held.journey?.handoff ?? true
    if (!isAllowed || before?.state === 'connected') throw new AppError('HANDOFF_UNAVAILABLE')
    const handoff: Handoff = {
      ...owner,
      id: newId('handoff'),
      state: 'waiting',
      number: randomInt(10, 100),
      tries: 0,
      digitsHash,
      followerHash: null,
      followerKeyHash: null,
      sourceBrowser: source.browser,
      sourceSystem: source.system,
      expiresOn: held.state.expiresOn,
    }
    await repositories.handoffs.put(handoff)
    return { ...toHandoffView(deps, held, handoff), digits, digits_url: `${deps.publicUrl}/code` }
  })
}

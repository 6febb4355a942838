import { AppError } from '@visavis/shared/errors'
import type { ProvenDevice } from './proven-device.ts'

/**
 * Lets in the browser that has the link; whoever has the token, where no browser has it.
 * @throws AppError LINK_IN_USE for another one, PROOF_INVALID for a proof that was used before or is too old
 */
export const assertOwnDevice = (keyHash: Uint8Array | null, device: ProvenDevice | undefined): void => {
  if (keyHash === null) return
  if (!device || Buffer.compare(keyHash, device.keyHash) !== 0) throw new AppError('LINK_IN_USE')
  if (!device.isFresh) throw new AppError('PROOF_INVALID')
}

import { isOpenAttempt } from '../../authentications/index.ts'
import type { CaptureChange, CaptureSubject, HeldCapture } from '../capture-subject.ts'
import { assertOwnDevice } from './assert-own-device.ts'
import type { ProvenDevice } from './proven-device.ts'

/**
 * What a link becomes when that browser opens it: its own, if it is nobody's yet. Of two that open it at once, one has it.
 * However old the proof is: it can give the link to nobody but the browser that made it.
 * @param held after `assertOwnDevice` said yes to what was known a moment ago
 * @throws AppError LINK_IN_USE
 */
export const toBinding = (
  { deviceKeyHash: known, isReturned }: CaptureSubject,
  { state: { status, deviceKeyHash } }: HeldCapture,
  device: ProvenDevice | undefined,
): Pick<CaptureChange, 'deviceKeyHash'> => {
  if (isReturned) return {}
  if (deviceKeyHash !== null) {
    // Taken since: what was asked of its browser then is asked now.
    if (known === null) assertOwnDevice(deviceKeyHash, device)
    return {}
  }
  return device && isOpenAttempt(status) ? { deviceKeyHash: device.keyHash } : {}
}

import type { AttemptClient, ClientDevice } from '@visavis/shared/attempt-details'
import { isOpenAttempt } from '../authentications/index.ts'
import type { HeldCapture } from './capture-subject.ts'

/** The device that a link is open on, and how it got there; `null`: nothing is known. */
export const toClient = (
  { journey }: Pick<HeldCapture, 'journey'>,
  device: ClientDevice,
  isHandedOver: boolean,
): AttemptClient | null => {
  const surface = isHandedOver ? 'handoff' : toOwnSurface(journey)
  const client = { ...device, ...(surface ? { surface } : {}) }
  return Object.keys(client).length > 0 ? client : null
}

/** Whether our page is alone in its window; where it may be framed, nothing here says whether it is. */
const toOwnSurface = (journey: HeldCapture['journey']): AttemptClient['surface'] =>
  journey?.allowedFrameOrigins.length === 0 ? 'redirect' : undefined

/** Whether an open attempt says another device than this: the one before a hand-off, or none. */
export const mayTake = (
  { state: { status, client: before } }: HeldCapture,
  client: AttemptClient,
): boolean => {
  // An enrolment says none, ever.
  if (before === undefined || !isOpenAttempt(status)) return false
  return before === null || (before.surface === 'handoff') !== (client.surface === 'handoff')
}

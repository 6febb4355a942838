import {
  type AttemptClient,
  type ClientDevice,
  PAGE_SURFACES,
  type PageSurface,
} from '@visavis/shared/attempt-details'
import { isOpenAttempt } from '../authentications/index.ts'
import type { HeldCapture } from './capture-subject.ts'

/** The device that a link is open on, and how it got there; `null`: nothing is known. */
export const toClient = (
  { journey }: Pick<HeldCapture, 'journey'>,
  device: ClientDevice,
  isHandedOver: boolean,
  told?: PageSurface,
): AttemptClient | null => {
  const surface: AttemptClient['surface'] = isHandedOver ? 'handoff' : toOwnSurface(journey, told)
  const client = { ...device, ...(surface ? { surface } : {}) }
  return Object.keys(client).length > 0 ? client : null
}

/** Our page is alone in its window where nobody may frame it; where somebody may, it says so itself. */
const toOwnSurface = (
  journey: HeldCapture['journey'],
  told: PageSurface | undefined,
): PageSurface | undefined => (journey?.allowedFrameOrigins.length === 0 ? 'redirect' : told)

/** What the page says of itself; a word that is not known says nothing. */
export const readSurface = (header: string | undefined): PageSurface | undefined =>
  PAGE_SURFACES.find((known) => known === header)

/** Whether an open attempt says another device than this, the one before a hand-off or none, or not where its page stands. */
export const mayTake = (
  { state: { status, client: before } }: HeldCapture,
  client: AttemptClient,
): boolean => {
  // An enrolment says none, ever.
  if (before === undefined || !isOpenAttempt(status)) return false
  if (before === null || before.surface === undefined) return before?.surface !== client.surface
  return (before.surface === 'handoff') !== (client.surface === 'handoff')
}

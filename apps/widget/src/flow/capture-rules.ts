import type { AbortReason, Next } from '@visavis/shared/capture-api'
import type { CameraFailure } from '../camera/camera-error.ts'
import { isClosed, isConsentMissing, isInvalidLink, isLinkInUse } from './capture-errors.ts'
import type { CaptureContext, LiveView } from './capture-types.ts'
import type { LiveEvent } from './live-session.ts'

/** What the partner is told when the person goes back instead of getting the camera to work. */
const ABORT_REASON_OF: Readonly<Record<CameraFailure, AbortReason>> = {
  refused: 'camera_access_refused',
  system: 'camera_access_refused',
  policy: 'browser_not_supported',
  insecure: 'browser_not_supported',
  missing: 'camera_not_found',
  busy: 'camera_not_found',
  unsupported: 'browser_not_supported',
}

export const toAbortReason = (failure: CameraFailure | null): AbortReason =>
  failure ? ABORT_REASON_OF[failure] : 'left'

/** The head is to be turned before the picture is taken. */
export const isTurnDue = ({ next }: Pick<CaptureContext, 'next'>): boolean => next?.next === 'turn'

/** A file may stand in for the camera where that does not work; none turns its head. */
export const canTakePhoto = ({ session, next }: Pick<CaptureContext, 'session' | 'next'>): boolean =>
  session?.photo_upload !== 'never' && !isTurnDue({ next })

type FailedTarget = 'linkInvalid' | 'loading' | 'start' | 'problem'

/** Where a failed call leads. A session that cannot be read is a problem, or this would go round in circles. */
export const whereAfterFailure = ({ error, resume }: CaptureContext): FailedTarget => {
  if (isInvalidLink(error) || isLinkInUse(error)) return 'linkInvalid'
  if (isClosed(error) && resume !== 'loading') return 'loading'
  if (isConsentMissing(error)) return 'start'
  return 'problem'
}

type NextTarget =
  | 'linkUsed'
  | 'linkExpired'
  | 'linkReplaced'
  | 'done'
  | 'checking'
  | 'departing'
  | 'away'
  | 'vendor'
  | 'retry'
  | 'turnWays'
  | 'camera'
  | 'start'

const CLOSED_LINKS = { used: 'linkUsed', expired: 'linkExpired', replaced: 'linkReplaced' } as const

/** The screen for the server's word. */
export const whereNext = ({ session, next, resume }: CaptureContext): NextTarget => {
  // On a device that was handed the link, what is over is over: there is nothing to go back to.
  if (session?.link === 'used' && session.handed_over) return 'done'
  if (session && session.link !== 'open') return CLOSED_LINKS[session.link]
  switch (next?.next) {
    case 'done':
      return 'done'
    case 'wait':
      return 'checking'
    case 'redirect':
      // Whoever comes back to this page by themselves must be able to stay on it.
      return resume === 'loading' ? 'away' : 'departing'
    case 'frame':
    case 'vendor_sdk':
      return 'vendor'
    case 'retry':
      return 'retry'
    default:
      if (!session?.consent_given) return 'start'
      return next?.next === 'turn' && next.again ? 'turnWays' : 'camera'
  }
}

/** The vendor still has the capture: nothing new for the page. */
export const isAtVendor = ({ next }: Next): boolean =>
  next === 'redirect' || next === 'frame' || next === 'vendor_sdk'

/** The preview after something happened in front of the camera. */
export const nextView = (live: LiveView, event: LiveEvent): LiveView => {
  switch (event.type) {
    case 'camera.opened':
      return { ...live, video: event.video }
    case 'engine.failed':
      return { ...live, guidance: 'manual', steer: null, steadiness: 0, hasShutter: true, hasMissed: false }
    case 'guidance.changed':
      return {
        ...live,
        guidance: event.code,
        steer: event.steer,
        steadiness: event.steadiness,
        hasMissed: live.hasMissed && event.code === 'no_face',
      }
    case 'picture.missed':
      return { ...live, guidance: 'no_face', steer: null, steadiness: 0, hasMissed: true }
    default:
      return live
  }
}

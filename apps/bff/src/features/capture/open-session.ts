import type { ClientDevice, PageSurface } from '@visavis/shared/attempt-details'
import type { CaptureSession } from '@visavis/shared/capture-api'
import { compileMessage } from '@visavis/shared/compile-message'
import { CAPTURE_LIFETIME_S, MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { mayTake, toClient } from './attempt-client.ts'
import { decideNext, toLink, withCapture } from './capture-context.ts'
import type { CaptureChange, CaptureSubject, HeldCapture } from './capture-subject.ts'
import { keepsVideo, mayAskForTurn } from './challenge/challenge-rules.ts'
import { toShownNotice } from './consent-notice.ts'
import type { CaptureDeps } from './deps.ts'
import type { ProvenDevice } from './device/proven-device.ts'
import { toBinding } from './device/to-binding.ts'
import { toLinkOwner } from './link-owner.ts'
import { observe } from './observe-capture.ts'
import { toPhotoUpload } from './photo-upload.ts'

/** The browser that asks, as far as it is known. */
interface Opener {
  ipAddress: string | null
  device: ClientDevice
  /** Where its page says that it stands. */
  surface?: PageSurface | undefined
  /** Absent: it proved none. */
  proven?: ProvenDevice | undefined
}

/**
 * What to show for a link. The first call by the page's own script counts as opening it; fetching the page does
 * not, so that link previews leave it alone. The browser whose key comes first has the link from then on.
 * @throws AppError REFERENCE_MISSING (nothing is opened then: enrolling a face makes the same link work),
 *   APPLICANT_LOCKED and APPLICANT_DELAYED (likewise: the link works later), LINK_IN_USE; where a vendor
 *   takes the capture and the person has agreed, PROVIDER_UNAVAILABLE
 */
export const openSession = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  opener: Opener,
): Promise<Omit<CaptureSession, 'engine'>> => {
  const { opened, partnerName, isHandedOver, isNew } = await withCapture(
    deps,
    subject,
    async (held, repositories) => {
      const tenant = await repositories.tenants.get(subject.tenantId)
      const isHandedOver = await repositories.handoffs.isConnected(toLinkOwner(subject))
      const isNew = held.state.status === 'pending_redirection'
      const client = toClient(held, opener.device, isHandedOver, opener.surface)
      const binding = toBinding(subject, held, opener.proven)
      const change = { ...binding, ...(client && mayTake(held, client) ? { client } : {}) }
      return {
        opened: isNew
          ? await open(deps, held, opener.ipAddress, { ...binding, client })
          : Object.keys(change).length > 0
            ? await held.update(change)
            : held,
        partnerName: tenant?.name ?? '',
        isHandedOver,
        isNew,
      }
    },
  )
  if (isNew && subject.purpose === 'authentication') observe(deps, subject, { kind: 'step', step: 'opened' })
  const next = await decideNext(deps, subject, opened)
  const notice = toShownNotice(opened)
  return {
    purpose: subject.purpose,
    attempt_id: subject.id,
    capture_mode: opened.captureMode,
    // Asking the vendor may have ended it just now: that is no used link, but one to go on from.
    link: toLink(opened.state),
    next: mayGoBack(subject, opened) ? next : { next: 'done' },
    partner_name: partnerName,
    consent_given: opened.state.consentOn !== null,
    locale: opened.locale,
    max_image_bytes: MAX_IMAGE_BYTES,
    handoff: !isHandedOver && (opened.journey?.handoff ?? true),
    handed_over: isHandedOver,
    theme: opened.journey?.theme ?? {},
    copy: toMessages(opened.journey?.copy ?? {}),
    thresholds: opened.journey?.thresholds ?? {},
    photo_upload: toPhotoUpload(subject, opened),
    ...(notice ? { notice } : {}),
    ...(isVideoKept(subject, opened) ? { turn_video: true } : {}),
    alternative_url: opened.journey?.alternativeUrl ?? null,
  }
}

/**
 * The way back can hold what only the partner and its person know: a used link that lies in somebody's mail does not tell
 * it. Whoever has just used one without a key learns it from the answer to the picture.
 */
const mayGoBack = ({ deviceKeyHash, isReturned }: CaptureSubject, { state }: HeldCapture): boolean =>
  toLink(state) !== 'used' || deviceKeyHash !== null || isReturned === true

/** A link that may ask for turns later says so too: it is agreed to before. */
const isVideoKept = ({ purpose }: CaptureSubject, { journey, captureMode }: HeldCapture): boolean =>
  captureMode === 'selfie-upload' &&
  journey !== undefined &&
  mayAskForTurn(journey) &&
  keepsVideo(journey, purpose)

/** What cannot be compiled, from before texts were checked, is shown as it is. */
const toMessages = (copy: Readonly<Record<string, string>>): CaptureSession['copy'] =>
  Object.fromEntries(Object.entries(copy).map(([key, text]) => [key, compileMessage(text) ?? text]))

const open = async (
  { now }: CaptureDeps,
  held: HeldCapture,
  ipAddress: string | null,
  change: Pick<CaptureChange, 'client' | 'deviceKeyHash'>,
): Promise<HeldCapture> => {
  held.assertMayTry()
  await held.assertReady()
  const openedOn = now()
  // A link that was given longer keeps it: nobody is hurried who was promised time (WCAG 2.2, 2.2.1).
  const until = Math.max(held.state.expiresOn.getTime(), openedOn.getTime() + CAPTURE_LIFETIME_S * 1000)
  return held.advance('link_opened', [], { ...change, expiresOn: new Date(until), openedOn, ipAddress })
}

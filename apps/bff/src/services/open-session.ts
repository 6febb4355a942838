import type { CaptureSession } from '@visavis/shared/capture-api'
import { CAPTURE_LIFETIME_S, MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { toLink, toNext, withCapture } from './capture-context.ts'
import type { CaptureSubject, HeldCapture } from './capture-subject.ts'
import type { ServiceDeps } from './deps.ts'
import { toHandoffOwner } from './handoff-owner.ts'

/**
 * What to show for a link. The first call by the page's own script counts as opening it; fetching the page does
 * not, so that link previews leave it alone.
 * @throws AppError REFERENCE_MISSING (nothing is opened then: enrolling a face makes the same link work)
 */
export const openSession = (
  deps: ServiceDeps,
  subject: CaptureSubject,
  ipAddress: string | null,
): Promise<Omit<CaptureSession, 'engine'>> =>
  withCapture(deps, subject, async (held, repositories) => {
    const tenant = await repositories.tenants.get(subject.tenantId)
    const opened = held.state.status === 'pending_redirection' ? await open(deps, held, ipAddress) : held
    const handoff = await repositories.handoffs.findByOwner(toHandoffOwner(subject))
    const isHandedOver = handoff?.state === 'connected'
    return {
      purpose: subject.purpose,
      attempt_id: subject.id,
      link: toLink(opened.state),
      next: toNext(opened),
      partner_name: tenant?.name ?? '',
      consent_given: opened.state.consentOn !== null,
      locale: opened.locale,
      max_image_bytes: MAX_IMAGE_BYTES,
      handoff: !isHandedOver && (opened.journey?.handoff ?? true),
      handed_over: isHandedOver,
      theme: opened.journey?.theme ?? {},
      copy: opened.journey?.copy ?? {},
      alternative_url: opened.journey?.alternativeUrl ?? null,
    }
  })

const open = async (
  { now }: ServiceDeps,
  held: HeldCapture,
  ipAddress: string | null,
): Promise<HeldCapture> => {
  await held.assertReady()
  const advanced = await held.advance('link_opened', [])
  return advanced.update({ expiresOn: new Date(now().getTime() + CAPTURE_LIFETIME_S * 1000), ipAddress })
}

import type { CaptureSession } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { CAPTURE_LIFETIME_S, MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import type { Attempt, Repositories } from '../storage/db/types.ts'
import { advance } from './advance.ts'
import { type CaptureContext, toLink, toNext, withCaptureContext } from './capture-context.ts'
import type { ServiceDeps } from './deps.ts'

/**
 * What to show for a link. The first call by the page's own script counts as opening it; fetching the page does
 * not, so that link previews leave it alone.
 * @throws AppError REFERENCE_MISSING (nothing is opened then: enrolling a face makes the same link work)
 */
export const openSession = async (
  deps: ServiceDeps,
  known: Attempt,
  ipAddress: string | null,
): Promise<Omit<CaptureSession, 'engine'>> => {
  const { attempt, partnerName } = await withCaptureContext(deps, known, async (repositories, context) => {
    const tenant = await repositories.tenants.get(known.tenantId)
    const opened =
      context.attempt.status === 'pending_redirection'
        ? await open(deps, repositories, context, ipAddress)
        : context.attempt
    return { attempt: opened, partnerName: tenant?.name ?? '' }
  })
  return {
    attempt_id: attempt.id,
    link: toLink(attempt),
    next: toNext({ attempt }),
    partner_name: partnerName,
    consent_given: attempt.consentOn !== null,
    locale: attempt.language,
    max_image_bytes: MAX_IMAGE_BYTES,
  }
}

const open = async (
  { providers, now }: ServiceDeps,
  repositories: Repositories,
  { attempt, authentication }: CaptureContext,
  ipAddress: string | null,
): Promise<Attempt> => {
  const { tenantId, applicantId, userJourneyId } = authentication
  const journey = await repositories.userJourneys.get(tenantId, userJourneyId)
  const provider = providers.get(journey?.provider)
  if (provider.capabilities.reference === 'upload') {
    const faces = await repositories.faces.listActive(tenantId, applicantId, provider.id, now())
    if (faces.length === 0) throw new AppError('REFERENCE_MISSING')
  }
  const openedOn = now()
  const advanced = await advance(repositories, {
    authentication,
    attempt,
    trigger: 'link_opened',
    codes: [],
    now: openedOn,
  })
  if (!advanced?.attempt) throw new AppError('ATTEMPT_CLOSED')
  const change = { expiresOn: new Date(openedOn.getTime() + CAPTURE_LIFETIME_S * 1000), ipAddress }
  await repositories.attempts.update(attempt.id, change, openedOn)
  return { ...advanced.attempt, ...change }
}

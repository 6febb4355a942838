import { createHash } from 'node:crypto'
import { isId } from '@visavis/shared/ids'
import { callProvider } from '../../../providers/call-provider.ts'
import type { VendorRequest } from '../../../providers/hosted-capture.ts'
import type { FaceProvider } from '../../../providers/types.ts'
import { getJourneyProvider } from '../../journeys/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { readVendorCapture } from './read-vendor-capture.ts'

/** Vendors wait for an answer no longer than 10 seconds (iDenfy, "How webhooks work"). */
const DEADLINE_MS = 8_000

export type ReceivedEvent = 'taken' | 'ignored' | 'refused' | 'unknown-address'

interface ReceiveInput extends VendorRequest {
  providerId: string
  userJourneyId: string
}

/**
 * A vendor says that something happened. Only the proof that it is the vendor and the name of the capture are taken
 * from it; how the capture stands is read from the vendor, so late and overtaken events do no harm. The same one again,
 * byte by byte, is taken and forgotten: whoever recorded it cannot make us ask the vendor as often as they like.
 * @throws AppError PROVIDER_UNAVAILABLE: the vendor sends the event again later
 */
export const receiveVendorEvent = async (
  deps: CaptureDeps,
  { providerId, userJourneyId, rawBody, headers }: ReceiveInput,
): Promise<ReceivedEvent> => {
  const provider = await findProvider(deps, userJourneyId, providerId)
  const webhook = provider?.hosted?.webhook
  if (!webhook) return 'unknown-address'
  const verify = async () => webhook.verify({ rawBody, headers }, deps.now())
  if (!(await callProvider(provider, verify, DEADLINE_MS))) return 'refused'
  const event = webhook.toEvent(rawBody)
  const capture =
    event &&
    (await deps.database.vendorCaptures.findBySession(userJourneyId, providerId, event.vendorSession))
  if (!capture) return 'ignored'
  const { hint } = event
  const name = createHash('sha256').update(rawBody).digest('hex')
  const news = { provider, isNews: true, event: name, hint, deadlineMs: DEADLINE_MS }
  await readVendorCapture(deps, capture, news)
  return 'taken'
}

/** The vendor a journey names, or one that it left, whose captures are still to be finished. */
const findProvider = async (
  deps: CaptureDeps,
  userJourneyId: string,
  providerId: string,
): Promise<FaceProvider | undefined> => {
  if (!isId('userJourney', userJourneyId) || !deps.providers.find(providerId)) return undefined
  const journey = await deps.database.userJourneys.find(userJourneyId)
  if (!journey) return undefined
  const { tenantId, provider } = journey
  if (provider === providerId) return getJourneyProvider(deps, journey)
  const retired = await deps.database.retiredSettings.get(tenantId, userJourneyId, providerId)
  if (!retired) return undefined
  const { settingsSealed: providerSettingsSealed } = retired
  return getJourneyProvider(deps, {
    id: userJourneyId,
    tenantId,
    provider: providerId,
    providerSettingsSealed,
  })
}

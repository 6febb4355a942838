import type { HostedStep } from '@visavis/shared/capture-api'
import type { StartCaptureInput, StartOutcome } from '../hosted-capture.ts'
import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { Picture, Reference } from '../types.ts'
import { hasStatus, ignoreGone, keepFirst } from './api.ts'
import { toMultipart } from './multipart.ts'
import { parseReference } from './reference.ts'
import type { YotiSettings } from './settings.ts'
import { toNotificationToken } from './webhook.ts'
import { configurationSchema, createdResourceSchema, createdSessionSchema } from './wire.ts'

/** "Must exceed 300" seconds; pictures stay at least 24 hours longer, and no longer than that. */
const MIN_TTL_S = 301
const DAY_S = 86_400
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Source = { applicantId: string } | { picture: Picture }

/** A session, and in it the face to compare with: the page answers `SESSION_NOT_READY` without. */
export const startSession = async (
  api: ProviderHttp,
  settings: YotiSettings,
  input: StartCaptureInput,
  signal: AbortSignal,
): Promise<StartOutcome> => {
  const source = input.references.map(toSource).find((each) => each !== undefined)
  if (!source) return { kind: 'no-reference' }
  const json = toSessionSpec(settings, input)
  const request = { method: 'POST', path: '/sessions', body: { json } } as const
  const session = await api.json(request, createdSessionSchema, signal)
  const { session_id: sessionId, client_session_token: sessionToken } = session
  try {
    if (await supplyReference(api, sessionId, source, signal))
      return {
        kind: 'started',
        state: { sessionId },
        step: toStep(settings, sessionId, sessionToken),
        vendorSession: sessionId,
      }
  } catch (failure) {
    // One that is left over is gone a day later by itself.
    await removeSession(api, sessionId, signal).catch(keepFirst)
    throw failure
  }
  await removeSession(api, sessionId, signal)
  return { kind: 'no-reference' }
}

/** Nobody would know of it; repeating it is harmless. */
export const removeSession = (api: ProviderHttp, sessionId: string, signal: AbortSignal): Promise<void> =>
  api.send({ method: 'DELETE', path: pathOf`/sessions/${sessionId}` }, signal).catch(ignoreGone)

const toSource = ({ vendorReference, picture }: Reference): Source | undefined => {
  if (vendorReference === undefined) return picture && { picture }
  const { applicantId } = parseReference(vendorReference)
  return UUID.test(applicantId) ? { applicantId } : undefined
}

const toSessionSpec = (settings: YotiSettings, input: StartCaptureInput) => {
  const ttl = Math.max(input.lifetimeS, MIN_TTL_S)
  return {
    client_session_token_ttl: ttl,
    resources_ttl: ttl + DAY_S,
    user_tracking_id: input.applicant.id,
    ...toNotifications(settings, input.webhookUrl),
    requested_checks: [
      {
        type: 'LIVENESS',
        config: { liveness_type: settings.liveness_type, max_retries: settings.max_retries },
      },
      { type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } },
    ],
    requested_tasks: [],
    required_documents: [],
    // Addresses to go to afterwards are left out: with them the page posts no message.
    sdk_config: {
      allow_handoff: false,
      ...(input.locale ? { locale: input.locale } : {}),
      ...(settings.brand_id ? { brand_id: settings.brand_id } : {}),
    },
  }
}

/** Only over https, says the vendor; where we have none, results are polled. */
const toNotifications = ({ base_url, private_key }: YotiSettings, endpoint: string) => {
  const isTaken = endpoint.startsWith('https:') || base_url.startsWith('http:')
  if (!isTaken) return {}
  const auth_token = toNotificationToken(private_key)
  return { notifications: { endpoint, topics: ['SESSION_COMPLETION'], auth_type: 'BEARER', auth_token } }
}

/** @returns whether the vendor takes it. Each PUT may be repeated, the POST makes another resource. */
const supplyReference = async (
  api: ProviderHttp,
  sessionId: string,
  source: Source,
  signal: AbortSignal,
): Promise<boolean> => {
  const session = pathOf`/sessions/${sessionId}`
  const configuration = { method: 'GET', path: `${session}/configuration` } as const
  const { capture } = await api.json(configuration, configurationSchema, signal)
  const requirement = capture.required_resources.find(({ type }) => type === 'FACE_CAPTURE')
  if (!requirement) throw new ProviderError('yoti', 'protocol', { code: 'no_face_capture' })
  const json = { requirement_id: requirement.id }
  const path = `${session}/resources/face-capture`
  const resource = await api.json({ method: 'POST', path, body: { json } }, createdResourceSchema, signal)
  const place = `${path}${pathOf`/${resource.id}`}`
  const request =
    'picture' in source
      ? ({ method: 'PUT', path: `${place}/image`, body: await toMultipart(source.picture) } as const)
      : ({
          method: 'PUT',
          path: `${place}/applicant`,
          body: { json: { applicant_id: source.applicantId } },
        } as const)
  // 404, 422: there is no such applicant, or no face there. For pictures the vendor publishes nothing; 400 and 422 say
  // that it does not want this one.
  const refusals = 'picture' in source ? [400, 422] : [404, 422]
  try {
    await api.send(request, signal)
    return true
  } catch (failure) {
    if (hasStatus(failure, ...refusals)) return false
    throw failure
  }
}

/** No token in an address: the page asks for it, and gets it by a message to exactly its origin. */
const toStep = ({ base_url }: YotiSettings, sessionID: string, sessionToken: string): HostedStep => ({
  next: 'frame',
  url: `${base_url}/web/index.html`,
  origin: new URL(base_url).origin,
  allow: 'camera',
  rules: [
    {
      action: 'reply',
      match: { eventType: 'STARTED' },
      message: { eventType: 'INIT_SESSION', sessionID, sessionToken },
    },
    { action: 'report', match: { eventType: 'SUCCESS' } },
    { action: 'report', match: { eventType: 'ERROR' } },
  ],
})

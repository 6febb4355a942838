import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { defineProvider, type ProviderTools } from '../definition.ts'
import {
  type CaptureState,
  type HostedCapture,
  MAX_VENDOR_VIDEO_BYTES,
  type StartCaptureInput,
  type StartOutcome,
  type VendorMedia,
} from '../hosted-capture.ts'
import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { ProviderCapabilities } from '../types.ts'
import { createCheckoutApi } from './api.ts'
import { fromAuthentication } from './mapping.ts'
import { type CheckoutSettings, checkoutSettingsSchema } from './settings.ts'
import { checkoutWebhook } from './webhook.ts'
import {
  assetsSchema,
  authenticationSchema,
  createdAttemptSchema,
  createdAuthenticationSchema,
  stateSchema,
} from './wire.ts'

const CAPABILITIES: ProviderCapabilities = {
  capture: 'redirect',
  references: ['prior-verification'],
  result: ['webhook', 'poll'],
  liveness: 'active',
  oneToOne: false,
  oneToN: false,
  anonymize: true,
}

/** Of what is taken over, by its type; the vendor lists videos only where its account manager turned them on. */
const MAX_BYTES: Readonly<Record<VendorMedia['type'], number>> = {
  face_image: MAX_IMAGE_BYTES,
  face_video: MAX_VENDOR_VIDEO_BYTES,
}
const isMedia = (type: string): type is VendorMedia['type'] => Object.hasOwn(MAX_BYTES, type)

/**
 * Checkout.com Identities, Face Authentication. Its page takes the video and compares it with that of an earlier
 * approved verification; what we know of the person is the vendor's applicant id. Another Visavis speaks the same API.
 */
export const checkout = defineProvider({
  id: 'checkout',
  capabilities: CAPABILITIES,
  settings: checkoutSettingsSchema,
  create: (settings, tools) => {
    const api = createCheckoutApi(settings, tools)
    return {
      id: 'checkout',
      capabilities: CAPABILITIES,
      hosted: createHosted(api, settings, tools),
      // Whoever may ask is told that there is nobody of that id.
      tryOut: (signal) => api.send({ method: 'GET', path: NOBODY }, signal).catch(ignoreGone),
      close: async () => {},
    }
  },
})

const NOBODY = `/applicants/aplt_${'a'.repeat(26)}`

const createHosted = (api: ProviderHttp, settings: CheckoutSettings, tools: ProviderTools): HostedCapture => {
  const { webhook_secret: webhookSecret, user_journey_id: journeyId } = settings
  return {
    start: (input, signal) => start(api, journeyId, input, signal),
    readResult: async (state, signal) => {
      const path = toPath(state)
      return fromAuthentication(await api.json({ method: 'GET', path }, authenticationSchema, signal))
    },
    erase: async (state, signal) => {
      const request = { method: 'POST', path: `${toPath(state)}/anonymize`, isRepeatable: true } as const
      await api.send(request, signal).catch(ignoreGone)
    },
    media: async (state, signal) => {
      const path = `${toPath(state)}${pathOf`/attempts/${stateSchema.parse(state).attemptId}/assets`}`
      const { data } = await api.json({ method: 'GET', path }, assetsSchema, signal)
      return data.flatMap(({ type, _links }): VendorMedia[] =>
        isMedia(type)
          ? [{ type, load: (own) => download(tools, _links.asset_url.href, MAX_BYTES[type], own) }]
          : [],
      )
    },
    ...(webhookSecret === undefined ? {} : { webhook: checkoutWebhook(webhookSecret) }),
  }
}

const toPath = (state: CaptureState): string =>
  pathOf`/face-authentications/${stateSchema.parse(state).authenticationId}`

/** Neither POST is repeated: the API knows no idempotency key, and each makes another object. */
const start = async (
  api: ProviderHttp,
  journeyId: string,
  { references, locale, returnUrl }: StartCaptureInput,
  signal: AbortSignal,
): Promise<StartOutcome> => {
  const applicantId = references.find(({ vendorReference }) => vendorReference !== undefined)?.vendorReference
  if (applicantId === undefined) return { kind: 'no-reference' }
  const json = { applicant_id: applicantId, user_journey_id: journeyId }
  const created = await api
    .json(
      { method: 'POST', path: '/face-authentications', body: { json } },
      createdAuthenticationSchema,
      signal,
    )
    .catch(unlessUnknownApplicant)
  if (!created) return { kind: 'no-reference' }
  const attempt = await api.json(
    {
      method: 'POST',
      path: pathOf`/face-authentications/${created.id}/attempts`,
      body: {
        json: {
          redirect_url: returnUrl,
          ...(locale ? { client_information: { pre_selected_language: locale } } : {}),
        },
      },
    },
    createdAttemptSchema,
    signal,
  )
  return {
    kind: 'started',
    state: { authenticationId: created.id, attemptId: attempt.id },
    step: { next: 'redirect', url: attempt._links.verification_url.href },
    vendorSession: created.id,
  }
}

/** The code's name is not published; that it names the applicant is its grammar. */
const unlessUnknownApplicant = (failure: unknown): undefined => {
  if (failure instanceof ProviderError && failure.status === 422 && failure.code?.startsWith('applicant')) {
    return undefined
  }
  throw failure
}

const ignoreGone = (failure: unknown): void => {
  if (!(failure instanceof ProviderError && failure.status === 404)) throw failure
}

/** A pre-signed address, mostly of another host: our credentials stay out of it. */
const download = async (
  { http }: ProviderTools,
  href: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const { origin, pathname, search } = new URL(href)
  const request = { method: 'GET', path: `${pathname}${search}`, maxBytes } as const
  const { bytes } = await http({ baseUrl: origin }).bytes(request, signal)
  return bytes
}

import { randomUUID } from 'node:crypto'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { defineProvider, type ProviderTools } from '../definition.ts'
import type { HostedCapture, StartCaptureInput, StartOutcome } from '../hosted-capture.ts'
import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { ProviderCapabilities } from '../types.ts'
import { fromSession } from './mapping.ts'
import { type IdenfySettings, idenfySettingsSchema } from './settings.ts'
import { toLocale } from './to-locale.ts'
import { idenfyWebhook } from './webhook.ts'
import {
  checkStatusSchema,
  createdSessionSchema,
  errorSchema,
  hintSchema,
  sessionSchema,
  stateSchema,
} from './wire.ts'

const METHOD = 'FACE_MATCHING'
const MAX_LIFETIME_S = 2_592_000

const CAPABILITIES: ProviderCapabilities = {
  capture: 'frame',
  references: ['prior-verification'],
  result: ['webhook', 'poll'],
  liveness: 'passive',
  oneToOne: false,
  oneToN: false,
  anonymize: false,
}
const narrow = ({ signing_key }: IdenfySettings): Partial<ProviderCapabilities> =>
  signing_key === undefined ? { result: ['poll'] } : {}

/** iDenfy face authentication: its page in a frame, compared with an earlier verification there (`scanRef`). */
export const idenfy = defineProvider({
  id: 'idenfy',
  capabilities: CAPABILITIES,
  settings: idenfySettingsSchema,
  narrow,
  create: (settings, tools) => {
    const api = createApi(settings, tools)
    return {
      id: 'idenfy',
      capabilities: { ...CAPABILITIES, ...narrow(settings) },
      hosted: createHosted(api, settings, tools),
      // Whoever may ask is told that there is no such verification.
      tryOut: async (signal) => {
        await checkStatus(api, randomUUID(), signal)
      },
      close: async () => {},
    }
  },
})

const createApi = (
  { api_key, api_secret, base_url }: IdenfySettings,
  { http }: ProviderTools,
): ProviderHttp => {
  const Authorization = `Basic ${Buffer.from(`${api_key}:${api_secret}`).toString('base64')}`
  return http({
    baseUrl: base_url,
    authorize: async () => ({ headers: { Authorization } }),
    toErrorCode: (body) => errorSchema.safeParse(body).data?.identifier,
  })
}

const createHosted = (api: ProviderHttp, settings: IdenfySettings, tools: ProviderTools): HostedCapture => {
  const { now, http } = tools
  const readSession = async (token: string, signal: AbortSignal) => {
    const path = pathOf`/api/v2/facial-authentication-sessions/${token}/`
    const session = await api.json({ method: 'GET', path }, sessionSchema, signal)
    if (session.tokenString !== token)
      throw new ProviderError('idenfy', 'protocol', { code: 'other_session' })
    return session
  }
  return {
    start: (input, signal) => startSession({ api, settings, now }, input, signal),
    readResult: async (state, signal, hint) => {
      const own = stateSchema.parse(state)
      const { approved } = await readSession(own.token, signal)
      return fromSession({
        approved,
        hint: hintSchema.safeParse(hint).data,
        state: own,
        now: now(),
        hasWebhook: settings.signing_key !== undefined,
      })
    },
    media: async (state, signal) => {
      const { facePhoto } = await readSession(stateSchema.parse(state).token, signal)
      if (!facePhoto) return []
      const { origin, pathname, searchParams } = new URL(facePhoto)
      // A signed link to the vendor's store of files: no credentials go there.
      const request = {
        method: 'GET',
        path: pathname,
        query: Object.fromEntries(searchParams),
        maxBytes: MAX_IMAGE_BYTES,
      } as const
      const load = async (own: AbortSignal) => (await http({ baseUrl: origin }).bytes(request, own)).bytes
      return [{ type: 'face_image', load }]
    },
    ...(settings.signing_key === undefined ? {} : { webhook: idenfyWebhook(settings.signing_key) }),
    pagePolicy: { 'frame-src': [new URL(settings.capture_url).origin] },
  }
}

interface StartDeps {
  api: ProviderHttp
  settings: IdenfySettings
  now: () => Date
}

const startSession = async (
  { api, settings, now }: StartDeps,
  { references, lifetimeS, locale: tag }: StartCaptureInput,
  signal: AbortSignal,
): Promise<StartOutcome> => {
  const scanRef = await findScanRef(api, references, signal)
  if (scanRef === undefined) return { kind: 'no-reference' }
  const lifetime = Math.min(lifetimeS, MAX_LIFETIME_S)
  const locale = toLocale(tag)
  const json = {
    scanRef,
    type: 'AUTHENTICATION',
    method: METHOD,
    lifetime,
    ...(locale ? { locale } : {}),
    ...(settings.digit_string ? { generateDigitString: true } : {}),
  }
  const endsOn = new Date(now().getTime() + lifetime * 1000).toISOString()
  const request = { method: 'POST', path: '/partner/authentication-info', body: { json } } as const
  const { token, digitString } = await api.json(request, createdSessionSchema, signal)
  return {
    kind: 'started',
    state: { token, endsOn },
    vendorSession: token,
    step: {
      next: 'frame',
      // The vendor wants the token there, and nowhere else.
      url: `${settings.capture_url}/?${new URLSearchParams({ token })}`,
      origin: new URL(settings.capture_url).origin,
      allow: 'camera; fullscreen',
      rules: ['APPROVED', 'FAILED'].map((status) => ({ action: 'report', match: { status } })),
      ...(digitString ? { app_code: digitString } : {}),
    },
  }
}

/** The newest verification that faces may be compared with. `IDENTIFICATION`: the person has to do a full one first. */
const findScanRef = async (
  api: ProviderHttp,
  references: StartCaptureInput['references'],
  signal: AbortSignal,
): Promise<string | undefined> => {
  for (const { vendorReference: scanRef } of references) {
    if (scanRef === undefined) continue
    const answer = await checkStatus(api, scanRef, signal)
    if (answer?.type === 'AUTHENTICATION') return scanRef
  }
  return undefined
}

/** @returns `undefined`: the vendor has no such verification, or no longer */
const checkStatus = (api: ProviderHttp, scanRef: string, signal: AbortSignal) => {
  const path = pathOf`/identification/facial-auth/${scanRef}/check-status/`
  const request = { method: 'GET', path, query: { method: METHOD } } as const
  return api.json(request, checkStatusSchema, signal).catch((failure: unknown) => {
    if (failure instanceof ProviderError && failure.status === 404) return undefined
    throw failure
  })
}

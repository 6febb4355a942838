import { randomUUID } from 'node:crypto'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { defineProvider } from '../definition.ts'
import type { CaptureResult, CaptureState, HostedCapture } from '../hosted-capture.ts'
import { type ProviderHttp, pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { ProviderCapabilities } from '../types.ts'
import { createYotiApi, hasStatus } from './api.ts'
import { createYotiFaces } from './faces.ts'
import { firstPictureOf, fromPageError, fromSession } from './mapping.ts'
import { type YotiSettings, yotiSettingsSchema } from './settings.ts'
import { removeSession, startSession } from './start-session.ts'
import { toNotificationToken, yotiWebhook } from './webhook.ts'
import { pageMessageSchema, sessionSchema, stateSchema, type WireSession } from './wire.ts'

const CAPABILITIES: ProviderCapabilities = {
  capture: 'frame',
  references: ['upload', 'vendor'],
  result: ['webhook', 'poll'],
  liveness: 'passive',
  oneToOne: false,
  oneToN: false,
  anonymize: true,
}
const narrow = ({ liveness_type }: YotiSettings): Partial<ProviderCapabilities> =>
  liveness_type === 'ZOOM' ? { liveness: 'active' } : {}

/**
 * Yoti Identity Verification, Face Auth: its page in a frame takes the picture, and compares it with one that is
 * uploaded before or with the face of a Yoti applicant.
 */
export const yoti = defineProvider({
  id: 'yoti',
  capabilities: CAPABILITIES,
  settings: yotiSettingsSchema,
  narrow,
  create: (settings, tools) => {
    const api = createYotiApi(settings, tools)
    return {
      id: 'yoti',
      capabilities: { ...CAPABILITIES, ...narrow(settings) },
      hosted: createHosted(api, settings),
      faces: createYotiFaces(api),
      tryOut: (signal) =>
        api.send({ method: 'GET', path: pathOf`/sessions/${randomUUID()}` }, signal).catch(unlessNoSession),
      close: async () => {},
    }
  },
})

/** Whoever may ask is told that there is no such session; an unknown application is a 404 of another name. */
const unlessNoSession = (failure: unknown): void => {
  if (!(failure instanceof ProviderError && failure.code === 'SESSION_NOT_FOUND')) throw failure
}

const createHosted = (api: ProviderHttp, settings: YotiSettings): HostedCapture => {
  const remove = (state: CaptureState, signal: AbortSignal) =>
    removeSession(api, stateSchema.parse(state).sessionId, signal)
  return {
    start: (input, signal) => startSession(api, settings, input, signal),
    readResult: async (state, signal) => toResult(await readSession(api, state, signal)),
    completeStep: async (state, handed, signal) => {
      const session = await readSession(api, state, signal)
      const result = toResult(session)
      if (!session || result.kind !== 'pending') return result
      const message = pageMessageSchema.safeParse(handed).data
      if (!message) return result
      // "Capture finished", not "matched".
      return message.eventType === 'SUCCESS'
        ? { kind: 'checking' }
        : fromPageError(message.eventCode, session)
    },
    cancel: remove,
    erase: remove,
    media: async (state, signal) => {
      const session = await readSession(api, state, signal)
      const { sessionId } = stateSchema.parse(state)
      return findPictures(session).map((mediaId) => ({
        type: 'face_image',
        load: async (own) => {
          const path = pathOf`/sessions/${sessionId}/media/${mediaId}/content`
          return (await api.bytes({ method: 'GET', path, maxBytes: MAX_IMAGE_BYTES }, own)).bytes
        },
      }))
    },
    webhook: yotiWebhook(toNotificationToken(settings.private_key)),
    pagePolicy: { 'frame-src': [new URL(settings.base_url).origin] },
  }
}

const toResult = (session: WireSession | undefined): CaptureResult =>
  session ? fromSession(session) : { kind: 'expired' }

/** `undefined`: its time, a day longer than the person's, is over. */
const readSession = async (
  api: ProviderHttp,
  state: CaptureState,
  signal: AbortSignal,
): Promise<WireSession | undefined> => {
  const path = pathOf`/sessions/${stateSchema.parse(state).sessionId}`
  try {
    return await api.json({ method: 'GET', path }, sessionSchema, signal)
  } catch (failure) {
    if (hasStatus(failure, 404)) return undefined
    throw failure
  }
}

/** Of the last try. */
const findPictures = (session: WireSession | undefined): string[] => {
  const capture = session?.resources.liveness_capture.at(-1)
  const id = capture && firstPictureOf(capture)
  return id === undefined ? [] : [id]
}

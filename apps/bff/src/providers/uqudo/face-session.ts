import { createHash, randomUUID } from 'node:crypto'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { toBase64Json } from '../base64-json.ts'
import type { ProviderTools } from '../definition.ts'
import type {
  CaptureResult,
  CaptureState,
  HostedCapture,
  StartCaptureInput,
  StartOutcome,
  VendorMedia,
} from '../hosted-capture.ts'
import { pathOf } from '../http.ts'
import { ProviderError } from '../provider-error.ts'
import type { UqudoApi } from './api.ts'
import { fromErrorCode, fromFace } from './mapping.ts'
import { createProveResult } from './prove-result.ts'
import type { UqudoSettings } from './settings.ts'
import { createVerifyResult } from './verify-result.ts'
import { createWebhook } from './webhook.ts'
import { handedSchema, sessionSchema, stateSchema } from './wire.ts'

/** "Session and image auto-deleted after 10 minutes." */
const SESSION_LIFETIME_S = 600

/** The vendor's script takes the capture; its signed result is the verdict. */
export const createFaceSession = (
  api: UqudoApi,
  settings: UqudoSettings,
  tools: ProviderTools,
): HostedCapture => {
  const prove = createProveResult(settings, tools)
  const verifyResult = createVerifyResult(prove)
  const secondsNow = () => Math.floor(tools.now().getTime() / 1000)

  const toResult = async (state: CaptureState, jws: string, signal: AbortSignal): Promise<CaptureResult> => {
    const known = stateSchema.parse(state)
    const face = await verifyResult(jws, known, signal)
    return face ? fromFace(face, known.minimumMatchLevel) : { kind: 'unknown' }
  }
  /** Whether it is there without the browser is not documented for face sessions: worth a try, and no more. */
  const fetchResult = (state: CaptureState, signal: AbortSignal): Promise<string | undefined> =>
    api.text({ method: 'GET', path: toInfoPath(state) }, signal).catch(unlessMissing)

  return {
    start: (input, signal) => start(api, settings, input, secondsNow(), signal),
    readResult: async (state, signal) => {
      const jws = await fetchResult(state, signal)
      if (jws !== undefined) return toResult(state, jws, signal)
      const isOver = secondsNow() > stateSchema.parse(state).startedOn + SESSION_LIFETIME_S
      return isOver ? { kind: 'expired' } : { kind: 'pending' }
    },
    completeStep: async (state, handed, signal) => {
      const parsed = handedSchema.safeParse(handed).data
      if (!parsed || parsed.event === 'exit') return { kind: 'unknown' }
      if (parsed.event === 'complete') return toResult(state, parsed.data, signal)
      const result = parsed.data === undefined ? undefined : await toResult(state, parsed.data, signal)
      // Of a session that failed: the faces may match all the same, since liveness is a gate and no field of the result.
      return result?.kind === 'declined' ? result : fromErrorCode(parsed.code)
    },
    erase: async (state, signal) => {
      // By the session's id: deleting by `jti`, as documented, is answered the same and does nothing.
      await api.send({ method: 'DELETE', path: toInfoPath(state) }, signal).catch(unlessMissing)
    },
    media: async (state, signal) => {
      const jws = await fetchResult(state, signal)
      const face = jws && (await verifyResult(jws, stateSchema.parse(state), signal))
      if (!face || face.auditTrailImageId === undefined) return []
      const { auditTrailImageId: id, auditTrailImageIdChecksum: checksum } = face
      return [{ type: 'face_image', load: (own) => download(api, id, checksum, own) } satisfies VendorMedia]
    },
    webhook: createWebhook(prove),
    pagePolicy: toPagePolicy(settings),
  }
}

const toInfoPath = (state: CaptureState): string => pathOf`/api/v1/info/${stateSchema.parse(state).sessionId}`

const unlessMissing = (failure: unknown): undefined => {
  if (failure instanceof ProviderError && (failure.status === 400 || failure.status === 404)) return undefined
  throw failure
}

/** Not repeated: each makes another session. */
const start = async (
  api: UqudoApi,
  settings: UqudoSettings,
  { references, minimumMatchLevel }: StartCaptureInput,
  startedOn: number,
  signal: AbortSignal,
): Promise<StartOutcome> => {
  const reference = references.find(({ picture }) => picture !== undefined)?.picture
  if (!reference) return { kind: 'no-reference' }
  const body = toBase64Json([['idPhoto', reference]])
  const { sessionId } = await api.json({ method: 'POST', path: '/api/v1/face', body }, sessionSchema, signal)
  const nonce = randomUUID()
  const accessToken = await api.fetchToken(signal)
  return {
    kind: 'started',
    state: { sessionId, nonce, minimumMatchLevel, startedOn },
    step: {
      next: 'vendor_sdk',
      sdk: 'uqudo',
      script_url: settings.script_url ?? '',
      options: {
        sdk: { accessToken, nonce, ...(settings.isOwnServer ? { baseURL: settings.apiUrl } : {}) },
        session: { sessionId, minimumMatchLevel, returnDataForIncompleteSession: true },
      },
    },
    vendorSession: sessionId,
  }
}

const download = async (
  api: UqudoApi,
  id: string,
  checksum: string | undefined,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const request = { method: 'GET', path: pathOf`/api/v1/info/img/${id}`, maxBytes: MAX_IMAGE_BYTES } as const
  const { bytes } = await api.bytes(request, signal)
  const actual = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (checksum !== undefined && checksum !== actual) {
    throw new ProviderError('uqudo', 'protocol', { code: 'checksum_mismatch' })
  }
  return bytes
}

const toPagePolicy = ({ script_url, apiUrl }: UqudoSettings) => ({
  'script-src': script_url === undefined ? [] : [new URL(script_url).origin],
  'connect-src': [new URL(apiUrl).origin],
})

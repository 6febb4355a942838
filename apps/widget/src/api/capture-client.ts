import type { QualityVector } from '@visavis/face-quality/quality-vector'
import type { PAGE_SURFACE_HEADER, PageSurface } from '@visavis/shared/attempt-details'
import type { AbortReason, CaptureSession, Next } from '@visavis/shared/capture-api'
import type { PictureSource } from '@visavis/shared/picture-source'
import { orOffline } from './or-offline.ts'
import { type HttpAnswer, isCaptureSession, isNext, readAnswer } from './read-answer.ts'
import { type Fetch, request } from './request.ts'
import { type Sign, withoutProof } from './sign.ts'

/** Arrives although the page around takes the frame away at once (Fetch §2.2.5, keepalive flag). */
const FAREWELL = { keepalive: true } as const

/** Every method @throws CaptureApiError. */
export interface CaptureClient {
  openSession(signal: AbortSignal): Promise<CaptureSession>
  giveConsent(signal: AbortSignal): Promise<Next>
  readNext(signal: AbortSignal): Promise<Next>
  /** `image/jpeg` or `image/png`. */
  sendPicture(picture: Blob, options: SendPictureOptions): Promise<Next>
  /** @param handed what the vendor's page or script gave, as it is */
  completeStep(handed: unknown, signal: AbortSignal): Promise<Next>
  refuse(signal: AbortSignal): Promise<Next>
  abort(reason: AbortReason, signal: AbortSignal): Promise<Next>
}

export interface SendPictureOptions {
  signal: AbortSignal
  /** What was measured on the picture. */
  quality?: QualityVector | null
  source: PictureSource
  /** The step of a challenge in whose place it comes. */
  step?: string | undefined
  /** Share sent, 0 to 1. */
  onProgress: (share: number) => void
}

export interface CaptureClientOptions {
  /** The capture token: the fragment of the page's address. */
  token: string
  /** Where the page stands. */
  surface: PageSurface
  sign?: Sign
  fetch?: Fetch
  createXhr?: (() => XMLHttpRequest) | undefined
}

/** The applicant's side of the capture API, same origin. */
export const createCaptureClient = ({
  token,
  surface,
  sign = withoutProof,
  fetch = globalThis.fetch.bind(globalThis),
  createXhr,
}: CaptureClientOptions): CaptureClient => {
  const call = (path: string, init: RequestInit): Promise<HttpAnswer> =>
    sign(init.method, `/capture/${path}`, (proof) =>
      request(fetch, `/capture/${path}`, {
        ...init,
        headers: { ...init.headers, ...proof, Authorization: `Bearer ${token}` },
      }),
    )
  const post = async (path: string, signal: AbortSignal, body?: object, init?: RequestInit) => {
    const json = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    return readAnswer(await call(path, { method: 'POST', ...init, signal, ...json }), isNext)
  }

  return {
    openSession: async (signal) =>
      readAnswer(
        await call('session', {
          signal,
          headers: { ['Capture-Surface' satisfies typeof PAGE_SURFACE_HEADER]: surface },
        }),
        isCaptureSession,
      ),
    readNext: async (signal) => readAnswer(await call('next', { signal }), isNext),
    giveConsent: (signal) => post('consent', signal, { language: document.documentElement.lang }),
    completeStep: (handed, signal) => post('step', signal, { handed }),
    refuse: (signal) => post('refuse', signal, undefined, FAREWELL),
    abort: (reason, signal) => post('abort', signal, { reason }, FAREWELL),
    sendPicture: async (picture, options) => {
      // Comes with the screen that shows it: not needed before.
      const { uploadPicture } = await orOffline(import('./upload-picture.ts'))
      return readAnswer(
        await sign('PUT', '/capture/selfie', (proof) =>
          uploadPicture({ url: '/capture/selfie', token, proof, picture, createXhr, ...options }),
        ),
        isNext,
      )
    },
  }
}

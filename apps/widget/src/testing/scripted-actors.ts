import type { CaptureSession, Next } from '@visavis/shared/capture-api'
import { fromCallback, fromPromise } from 'xstate'
import { CaptureApiError } from '../api/capture-api-error.ts'
import type { CaptureActors, WatchedCamera } from '../flow/capture-actors.ts'
import type { CaptureEvent, Farewell } from '../flow/capture-types.ts'
import type { CaptureResult } from '../picture/capture-result.ts'
import type { PreparedPhoto } from '../picture/prepare-photo.ts'

export const DONE: Next = { next: 'done', redirect_url: 'https://partner.example/back' }

export const sessionOf = (changes: Partial<CaptureSession> = {}): CaptureSession => ({
  attempt_id: 'fatp_x',
  link: 'open',
  next: { next: 'capture' },
  partner_name: 'Harbour Bank',
  consent_given: false,
  locale: null,
  max_image_bytes: 5 * 1024 * 1024,
  handoff: true,
  handed_over: false,
  theme: {},
  copy: {},
  thresholds: {},
  photo_upload: 'fallback',
  alternative_url: null,
  engine: { files: [] },
  ...changes,
})

/** What the outside answers; a function may throw. */
export interface Script {
  openSession: () => CaptureSession
  giveConsent: () => Next
  readNext: () => Next
  completeStep: (handed: unknown) => Next
  goToVendor: () => 'leaves' | 'stays'
  leave: (farewell: Farewell) => Next
  preparePhoto: (file: Blob) => PreparedPhoto
  isPageShown: () => boolean
  /** What goes wrong with it, if anything. */
  handOff: (input: { isStart: boolean }) => unknown
}

/** The flow's actors with the outside replaced. Tests speak for the camera and the upload through `say`. */
export const scriptActors = (changes: Partial<Script> = {}) => {
  const script: Script = {
    openSession: sessionOf,
    giveConsent: () => ({ next: 'capture' }),
    readNext: () => DONE,
    completeStep: () => ({ next: 'wait' }),
    goToVendor: () => 'leaves',
    leave: () => DONE,
    preparePhoto: (file) => ({ picture: { blob: file, source: 'photo', quality: null } }),
    isPageShown: () => true,
    handOff: ({ isStart }) =>
      isStart ? undefined : new CaptureApiError('CAPTURE_TOKEN_INVALID', { retryable: false }),
    ...changes,
  }
  const seen = {
    farewells: [] as Farewell[],
    uploads: [] as Blob[],
    presses: 0,
    cameras: 0,
    cameraIds: [] as (string | null)[],
    turns: [] as WatchedCamera['turn'][],
    camerasOn: 0,
    uploadsStopped: 0,
    wentTo: [] as string[],
    wentToVendor: [] as string[],
    handed: [] as unknown[],
    handoffs: [] as { isStart: boolean }[],
  }
  const actors: CaptureActors = {
    openSession: fromPromise(async () => script.openSession()),
    giveConsent: fromPromise(async () => script.giveConsent()),
    readNext: fromPromise(async () => script.readNext()),
    leave: fromPromise(async ({ input }) => {
      seen.farewells.push(input)
      return script.leave(input)
    }),
    completeStep: fromPromise<Next, unknown>(async ({ input }) => {
      seen.handed.push(input)
      return script.completeStep(input)
    }),
    goToVendor: fromPromise<'leaves' | 'stays', { url: string }>(async ({ input }) => {
      seen.wentToVendor.push(input.url)
      return script.goToVendor()
    }),
    preparePhoto: fromPromise(async ({ input }) => script.preparePhoto(input.file)),
    goBack: fromPromise(async ({ input }) => {
      seen.wentTo.push(input.url)
    }),
    watchCamera: fromCallback<CaptureEvent, WatchedCamera>(({ receive, input }) => {
      seen.cameraIds.push(input.deviceId)
      seen.turns.push(input.turn)
      seen.cameras += 1
      seen.camerasOn += 1
      receive(({ type }) => {
        if (type === 'shutter.pressed') seen.presses += 1
      })
      return () => {
        seen.camerasOn -= 1
      }
    }),
    handOff: fromCallback<CaptureEvent, { isStart: boolean }>(({ sendBack, receive, input }) => {
      seen.handoffs.push(input)
      const failure = script.handOff(input)
      if (failure) sendBack({ type: 'handoff.failed', error: failure })
      receive(({ type }) => {
        if (type === 'handoff.cancelled') sendBack({ type: 'handoff.ended' })
      })
    }),
    // Tests speak for the page, too; it is seen unless they say otherwise.
    watchPage: fromCallback<CaptureEvent>(({ sendBack }) => {
      sendBack({ type: script.isPageShown() ? 'page.shown' : 'page.hidden' })
    }),
    upload: fromCallback<CaptureEvent, CaptureResult>(({ input }) => {
      seen.uploads.push(input.blob)
      return () => {
        seen.uploadsStopped += 1
      }
    }),
  }
  return { actors, seen, script }
}

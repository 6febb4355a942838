import type { CaptureSession, Next } from '@visavis/shared/capture-api'
import { fromCallback, fromPromise } from 'xstate'
import type { CaptureClient } from '../api/capture-client.ts'
import { orOffline } from '../api/or-offline.ts'
import type { Sign } from '../api/sign.ts'
import type { CaptureResult } from '../picture/capture-result.ts'
import type { PreparedPhoto, PreparePhotoOptions } from '../picture/prepare-photo.ts'
import type { CaptureEvent, Farewell } from './capture-types.ts'
import { type LiveSessionOptions, startLiveSession } from './live-session.ts'
import { watchPage } from './watch-page.ts'

export interface WatchedCamera {
  session: CaptureSession
  /** `null`: none was chosen. */
  deviceId: string | null
  /** The head is to be turned first. */
  turn: { hasMoreTime: boolean } | null
}

export interface CaptureActorsDeps {
  client: CaptureClient
  /** Everything a live session needs but the ear of the machine. */
  live: (watched: WatchedCamera) => Omit<LiveSessionOptions, 'emit'>
  /** Looks at a chosen photo. */
  measure: PreparePhotoOptions['measure']
  /** The capture token, and what signs with the key of this browser. */
  link: { token: string; sign?: Sign }
  /** Leaves the page for good. */
  goTo: (url: string) => void
  /** Leaves this page for the vendor's; `stays`: it cannot be left, the vendor's page has to be opened beside it. */
  goToVendor: (url: string) => 'leaves' | 'stays'
}

/** What the flow does to the world: the API, the camera, the address bar. Tests put others in their place. */
export const createCaptureActors = ({
  client,
  link,
  live,
  measure,
  goTo,
  goToVendor,
}: CaptureActorsDeps) => ({
  openSession: fromPromise<CaptureSession>(({ signal }) => client.openSession(signal)),
  giveConsent: fromPromise<Next>(({ signal }) => client.giveConsent(signal)),
  readNext: fromPromise<Next>(({ signal }) => client.readNext(signal)),
  leave: fromPromise<Next, Farewell>(({ input, signal }) =>
    input.kind === 'refuse' ? client.refuse(signal) : client.abort(input.reason, signal),
  ),
  preparePhoto: fromPromise<PreparedPhoto, { file: Blob; maxBytes: number }>(async ({ input }) => {
    // Few people need it, so it is a chunk of its own.
    const { preparePhoto } = await orOffline(import('../picture/prepare-photo.ts'))
    return preparePhoto({ ...input, measure })
  }),
  completeStep: fromPromise<Next, unknown>(({ input, signal }) => client.completeStep(input, signal)),
  goToVendor: fromPromise<'leaves' | 'stays', { url: string }>(async ({ input }) => goToVendor(input.url)),
  goBack: fromPromise<void, { url: string }>(async ({ input }) => goTo(input.url)),
  watchCamera: fromCallback<CaptureEvent, WatchedCamera>(({ sendBack, receive, input }) => {
    const session = startLiveSession({ ...live(input), emit: sendBack })
    receive((event) => {
      if (event.type === 'shutter.pressed') session.press()
    })
    return session.stop
  }),
  watchPage: fromCallback<CaptureEvent>(({ sendBack }) =>
    watchPage((isShown) => sendBack({ type: isShown ? 'page.shown' : 'page.hidden' })),
  ),
  handOff: fromCallback<CaptureEvent, { isStart: boolean }>(({ sendBack, receive, input }) => {
    // Few people go on with another device.
    const loading = orOffline(import('../handoff/run-handoff.ts'))
    const running = loading.then(({ runHandoff }) => runHandoff({ ...input, ...link, send: sendBack }))
    running.catch((error: unknown) => sendBack({ type: 'handoff.failed', error }))
    receive(
      (event) =>
        void running.then(
          ({ hear }) => hear(event),
          () => {},
        ),
    )
    return () =>
      void running.then(
        ({ stop }) => stop(),
        () => {},
      )
  }),
  upload: fromCallback<CaptureEvent, CaptureResult>(({ sendBack, input }) => {
    const controller = new AbortController()
    const send = (event: CaptureEvent) => {
      if (!controller.signal.aborted) sendBack(event)
    }
    client
      .sendPicture(input.blob, {
        ...input,
        signal: controller.signal,
        onProgress: (share) => send({ type: 'upload.progressed', share }),
      })
      .then(
        (next) => send({ type: 'upload.answered', next }),
        (error: unknown) => send({ type: 'upload.failed', error }),
      )
    return () => controller.abort()
  }),
})

export type CaptureActors = ReturnType<typeof createCaptureActors>

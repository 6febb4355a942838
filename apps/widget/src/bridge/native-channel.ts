import type { EMBED_VERSION } from '@visavis/shared/embed-handshake'
import { INITIAL_CONTEXT } from '../flow/capture-types.ts'
import type { CaptureActor } from '../flow/create-capture.ts'
import type { App } from './find-app.ts'
import { toEvents } from './report-later.ts'
import type { Moment } from './to-events.ts'

/** The number itself, not the module: that belongs to the page in a frame, and would leave its file. */
const VERSION: typeof EMBED_VERSION = 1

/**
 * Tells the app around a page in its web view what a page around a frame would hear: the same events, as JSON, which is
 * what every kind of web view can take. They hold ids and codes; the app's own server reads the decision.
 */
export const reportToApp = (capture: CaptureActor, app: App): void => {
  let before: Moment = { value: 'loading', context: INITIAL_CONTEXT }
  const tell = (after: Moment) => {
    for (const event of toEvents(before, after)) {
      app.postMessage(JSON.stringify({ visavis: VERSION, ...event }))
    }
    before = after
  }
  // The page may be further already than this file.
  tell(capture.getSnapshot())
  capture.subscribe(tell)
}

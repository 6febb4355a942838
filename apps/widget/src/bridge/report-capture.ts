import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import type { CaptureActor } from '../flow/create-capture.ts'
import type { Moment } from './to-events.ts'

/**
 * Tells what happens in the flow from now on, in its order, and how high the page is. The words for it come beside the
 * first screen; until they are there, and should the line break, nothing of it is lost.
 */
export const reportCapture = (capture: CaptureActor, send: (event: CaptureEvent) => void): void => {
  let before: Moment = capture.getSnapshot()
  const untold: Moment[] = []
  let later: typeof import('./report-later.ts') | undefined
  let isLoading = false

  const tell = () => {
    if (!later) return
    for (const after of untold.splice(0)) {
      const events = later.toEvents(before, after)
      before = after
      for (const event of events) {
        send(event)
        if (event.type === 'capture.failed' && event.code === 'camera_policy') {
          later.warnAboutPolicy({ isFound: true })
        }
      }
    }
  }
  const load = async () => {
    if (isLoading || later) return
    isLoading = true
    try {
      later = await import('./report-later.ts')
      tell()
      if (window.parent !== window) later.warnAboutPolicy({ isFound: false })
      later.watchHeight((height) =>
        send({ type: 'capture.resized', attemptId: before.context.session?.attempt_id ?? '', height }),
      )
    } catch {
      // The next moment tries again.
    }
    isLoading = false
  }

  capture.subscribe((snapshot) => {
    untold.push(snapshot)
    tell()
    void load()
  })
  void load()
}

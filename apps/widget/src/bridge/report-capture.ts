import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import type { CaptureActor } from '../capture/create-capture.ts'
import type { Moment, toEvents as ToEvents } from './to-events.ts'

const toMoment = ({ value, context }: ReturnType<CaptureActor['getSnapshot']>): Moment => ({
  state: typeof value === 'string' ? value : (Object.keys(value)[0] ?? ''),
  context,
})

/**
 * Tells what happens in the flow from now on, in its order, and how high the page is. The words for it come beside the first screen; until they
 * are there, and should the line break, nothing of it is lost.
 */
export const reportCapture = (capture: CaptureActor, send: (event: CaptureEvent) => void): void => {
  let before = toMoment(capture.getSnapshot())
  const untold: Moment[] = []
  let toEvents: typeof ToEvents | undefined
  let isLoading = false

  const tell = () => {
    for (const after of toEvents ? untold.splice(0) : []) {
      const events = toEvents?.(before, after) ?? []
      before = after
      for (const event of events) send(event)
    }
  }
  const load = async () => {
    if (isLoading || toEvents) return
    isLoading = true
    try {
      const later = await import('./frame-later.ts')
      toEvents = later.toEvents
      tell()
      if (window.parent !== window) later.warnAboutPolicy()
      later.watchHeight((height) =>
        send({ type: 'capture.resized', attemptId: before.context.session?.attempt_id ?? '', height }),
      )
    } catch {
      // The next moment tries again.
    }
    isLoading = false
  }

  capture.subscribe((snapshot) => {
    untold.push(toMoment(snapshot))
    tell()
    void load()
  })
  void load()
}

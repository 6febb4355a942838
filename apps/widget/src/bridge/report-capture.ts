import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import type { CaptureActor } from '../capture/create-capture.ts'
import { type Moment, toEvents } from './to-events.ts'

const toMoment = ({ value, context }: ReturnType<CaptureActor['getSnapshot']>): Moment => ({
  state: typeof value === 'string' ? value : (Object.keys(value)[0] ?? ''),
  context,
})

/** Tells what happens in the flow from now on. */
export const reportCapture = (capture: CaptureActor, send: (event: CaptureEvent) => void): void => {
  let before = toMoment(capture.getSnapshot())
  capture.subscribe((snapshot) => {
    const after = toMoment(snapshot)
    const events = toEvents(before, after)
    before = after
    for (const event of events) send(event)
  })
}

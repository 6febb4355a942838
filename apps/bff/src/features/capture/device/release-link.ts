import type { Next } from '@visavis/shared/capture-api'
import { toNext, withCapture } from '../capture-context.ts'
import type { CaptureSubject } from '../capture-subject.ts'
import type { CaptureDeps } from '../deps.ts'

/** Lets the next browser that opens the link have it. */
export const releaseLink = (deps: CaptureDeps, subject: CaptureSubject): Promise<Next> =>
  withCapture(deps, subject, async (held) => toNext(await held.update({ deviceKeyHash: null })))

import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import type { Outcome } from '../outcomes.ts'

/** What the frame of a capture that ends like this tells the page around it. */
export const toFrameEvents = (
  outcome: Outcome,
  attemptId: string,
  end: { id: string; event: string; responseCode: number },
): CaptureEvent[] => {
  const ready: CaptureEvent[] = [
    { type: 'capture.ready', attemptId },
    { type: 'capture.started', attemptId },
  ]
  const sent: CaptureEvent[] = [
    { type: 'capture.captured', attemptId, source: 'camera' },
    { type: 'capture.uploaded', attemptId },
  ]
  const { id, event } = end
  switch (outcome) {
    case 'approved':
    case 'declined':
      return [...ready, ...sent, { type: 'capture.completed', attemptId, id, event }]
    case 'refused':
    case 'aborted':
      return [...ready, { type: 'capture.aborted', attemptId, ...end }]
    case 'inconclusive':
      return [
        ...ready,
        ...sent,
        { type: 'capture.failed', attemptId, code: 'checks_inconclusive', isFinal: true, ...end },
      ]
    case 'expired':
      return [{ type: 'capture.failed', attemptId, code: 'link_expired', isFinal: true }]
  }
}

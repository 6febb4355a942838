import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import { toResponseCodes } from '@visavis/shared/response-codes'
import { createEvent } from './create-event.ts'
import type { FakeAttempt, FakeStore } from './fake-store.ts'
import { type Outcome, readOutcome } from './outcomes.ts'
import type { WebhookEvent } from './verify-webhook.ts'

export interface FinishedCapture {
  /** Where a redirect would lead. */
  redirectUrl: string
  /** What a frame would have said. */
  events: CaptureEvent[]
  webhooks: WebhookEvent[]
}

const toFrameEvents = (
  outcome: Outcome,
  attemptId: string,
  end: { id: string; event: string; responseCode: number },
) => {
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
      return [...ready, ...sent, { type: 'capture.completed', attemptId, id, event } as const]
    case 'refused':
    case 'aborted':
      return [...ready, { type: 'capture.aborted', attemptId, ...end } as const]
    case 'inconclusive':
      return [
        ...ready,
        ...sent,
        { type: 'capture.failed', attemptId, code: 'checks_inconclusive', isFinal: true, ...end } as const,
      ]
    case 'expired':
      return [{ type: 'capture.failed', attemptId, code: 'link_expired', isFinal: true } as const]
  }
}

/** Ends an attempt as the script has it. */
export const finishCapture = (store: FakeStore, { view, authenticationId }: FakeAttempt): FinishedCapture => {
  const outcome = store.script.shift() ?? 'approved'
  const { attempt, authentication, codes, events, returned } = readOutcome(outcome)
  const known = store.authentications.get(authenticationId)
  if (!known) throw new Error(`no ${authenticationId}`)
  const modified_on = new Date().toISOString()
  const response_codes = toResponseCodes(codes)
  Object.assign(view, { status: attempt, response_codes, modified_on })
  Object.assign(known, { status: authentication, response_codes, modified_on })

  const event = returned ?? events.at(-1) ?? ''
  const [responseCode = 0] = codes
  const url = new URL(view.redirect_url)
  url.searchParams.set('id', known.id)
  url.searchParams.set('event', event)
  if (attempt !== 'completed') url.searchParams.set('response_code', String(responseCode))
  const subject = {
    applicant_id: known.applicant_id,
    face_authentication_id: known.id,
    user_journey_id: known.user_journey_id,
  }
  return {
    redirectUrl: url.href,
    events: toFrameEvents(outcome, view.id, { id: known.id, event, responseCode }),
    webhooks: events.map((type, index) =>
      index === events.length - 1
        ? createEvent(type, { ...subject, status: authentication, response_codes })
        : createEvent(type, {
            ...subject,
            status: index === 0 ? 'capture_in_progress' : 'checks_in_progress',
          }),
    ),
  }
}

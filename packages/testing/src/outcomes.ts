import type { ResponseCode } from '@visavis/shared/response-codes'
import type { AttemptStatus, AuthenticationStatus } from '@visavis/shared/statuses'
import type { WebhookEventType } from '@visavis/shared/webhook-events'

interface Scripted {
  attempt: AttemptStatus
  authentication: AuthenticationStatus
  codes: readonly ResponseCode[]
  /** The webhooks, in their order; the last one is also what the return query says unless `returned` does. */
  events: readonly [WebhookEventType, ...WebhookEventType[]]
  returned?: WebhookEventType
}

const STARTED = 'face_authentication_started'
const CAPTURED = 'face_authentication_capture_completed'

/** How a capture can end, with the statuses, codes and webhooks that Visavis has for it. */
export const OUTCOMES = {
  approved: {
    attempt: 'completed',
    authentication: 'approved',
    codes: [10000],
    events: [STARTED, CAPTURED, 'face_authentication_checks_completed'],
    returned: CAPTURED,
  },
  declined: {
    attempt: 'completed',
    authentication: 'declined',
    codes: [62321],
    events: [STARTED, CAPTURED, 'face_authentication_checks_completed'],
    returned: CAPTURED,
  },
  refused: {
    attempt: 'capture_refused',
    authentication: 'refused',
    codes: [63001],
    events: [STARTED, 'face_authentication_capture_refused'],
  },
  aborted: {
    attempt: 'capture_aborted',
    authentication: 'retry_required',
    codes: [61121],
    events: [STARTED, 'face_authentication_capture_aborted'],
  },
  inconclusive: {
    attempt: 'checks_inconclusive',
    authentication: 'retry_required',
    codes: [61401],
    events: [STARTED, CAPTURED, 'face_authentication_checks_inconclusive'],
  },
  expired: {
    attempt: 'expired',
    authentication: 'retry_required',
    codes: [61101],
    events: ['face_authentication_link_expired'],
  },
} as const satisfies Record<string, Scripted>

export type Outcome = keyof typeof OUTCOMES

export const readOutcome = (outcome: Outcome): Scripted => OUTCOMES[outcome]

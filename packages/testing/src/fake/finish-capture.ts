import { CONSENT_TEXT_VERSION, type ConsentRecord } from '@visavis/shared/consent'
import type { CaptureEvent } from '@visavis/shared/embed-protocol'
import { toResponseCodes } from '@visavis/shared/response-codes'
import { addReturnParameters } from '@visavis/shared/return-address'
import type { AttemptStatus, EnrollmentStatus, FaceStatus } from '@visavis/shared/statuses'
import { FAILED_ATTEMPT_STATUSES } from '@visavis/shared/statuses'
import { type Outcome, readOutcome } from '../outcomes.ts'
import { announce, announceFace } from './announce.ts'
import { attemptsOf } from './authentication-routes.ts'
import type { FakeAttempt, FakeDeps, FakeEnrollment } from './fake-store.ts'
import { find, touch } from './request.ts'
import { toFrameEvents } from './to-frame-events.ts'

export interface FinishedCapture {
  /** Where a redirect would lead. */
  redirectUrl: string
  /** What a frame would have said. */
  events: CaptureEvent[]
}

interface End {
  outcome: Outcome
  attemptId: string
  /** What the partner asked for. */
  id: string
  event: string
  redirectUrl: string
}

const toFinished = ({ outcome, attemptId, id, event, redirectUrl }: End): FinishedCapture => {
  const { attempt, codes } = readOutcome(outcome)
  const [responseCode = 0] = codes
  const own = { id, event, ...(attempt === 'completed' ? {} : { response_code: String(responseCode) }) }
  return {
    redirectUrl: addReturnParameters(redirectUrl, own),
    events: toFrameEvents(outcome, attemptId, { id, event, responseCode }),
  }
}

/** Whoever gave a picture agreed to that. */
const isAgreed = (attempt: AttemptStatus): boolean =>
  attempt === 'completed' || attempt === 'checks_inconclusive'

const toConsent = (purpose: ConsentRecord['purpose']): ConsentRecord => ({
  given_on: new Date().toISOString(),
  purpose,
  text_version: CONSENT_TEXT_VERSION,
})

/** Steps of a face authentication before its last one. */
const BETWEEN = {
  face_authentication_started: 'capture_in_progress',
  face_authentication_capture_completed: 'checks_in_progress',
} as const

const finishAttempt = (
  deps: FakeDeps,
  outcome: Outcome,
  { view, authenticationId }: FakeAttempt,
): FinishedCapture => {
  const { store, readUrl } = deps
  const { attempt, authentication, codes, events, returned } = readOutcome(outcome)
  const known = find(store.authentications, authenticationId)
  const response_codes = toResponseCodes(codes)
  for (const type of events.slice(0, -1)) {
    announce(deps, touch(known, { status: BETWEEN[type as keyof typeof BETWEEN] }), type)
  }
  const journey = store.journeys.get(known.user_journey_id)
  const limit = journey?.retry_limit ?? 0
  // Nothing is compared here: there is no level to tell.
  const verdict =
    attempt === 'completed' && journey
      ? ({
          minimum_match_level: journey.minimum_match_level,
          liveness: { result: 'not_done', method: 'none', certified: false },
        } as const)
      : undefined
  const isAlone = attempt !== 'expired' && journey?.allowed_frame_origins.length === 0
  const details = {
    ...(isAgreed(attempt) ? { consent: toConsent('authentication') } : {}),
    ...verdict,
    ...(verdict ? { tries: 1 } : {}),
    ...(isAlone ? ({ surface: 'redirect' } as const) : {}),
  }
  touch(view, {
    status: attempt,
    response_codes,
    ...(Object.keys(details).length > 0 ? { details } : {}),
  })
  const failed: readonly string[] = FAILED_ATTEMPT_STATUSES
  const failures = attemptsOf(store, known.id).filter((row) => failed.includes(row.view.status)).length
  const isLast = authentication === 'retry_required' && failures >= limit
  touch(known, { status: isLast ? 'inconclusive' : authentication, response_codes })
  if (attempt === 'completed') known.face = { image_signed_url: `${readUrl()}/fake/picture` }
  const last = events.at(-1) ?? 'face_authentication_checks_completed'
  announce(deps, known, last, verdict)
  const event = returned ?? last
  return toFinished({ outcome, attemptId: view.id, id: known.id, event, redirectUrl: view.redirect_url })
}

/** A picture that cannot be used is looked at when it is enrolled, not compared: `declined` is none of the ends. */
const ENROLLED: Record<Outcome, { link: EnrollmentStatus; face: FaceStatus }> = {
  approved: { link: 'completed', face: 'ACTIVE' },
  declined: { link: 'completed', face: 'ACTIVE' },
  refused: { link: 'capture_refused', face: 'FAILED' },
  aborted: { link: 'capture_aborted', face: 'NEW' },
  inconclusive: { link: 'checks_inconclusive', face: 'FAILED' },
  expired: { link: 'expired', face: 'NEW' },
}

const finishEnrollment = (deps: FakeDeps, asked: Outcome, { view }: FakeEnrollment): FinishedCapture => {
  const outcome = asked === 'declined' ? 'approved' : asked
  const { attempt, codes, events, returned } = readOutcome(outcome)
  const { link, face } = ENROLLED[outcome]
  const consent = isAgreed(attempt) ? { consent: toConsent('enrolment') } : {}
  touch(view, { status: link, response_codes: toResponseCodes(codes), ...consent })
  const enrolled = touch(find(deps.store.faces, view.face_id), { status: face })
  if (face === 'ACTIVE') announceFace(deps, enrolled, 'face_added')
  const event = (returned ?? events.at(-1) ?? '').replace('face_authentication', 'face_enrollment')
  return toFinished({ outcome, attemptId: view.id, id: view.id, event, redirectUrl: view.redirect_url })
}

/** Ends a capture as the script has it. */
export const finishCapture = (deps: FakeDeps, link: FakeAttempt | FakeEnrollment): FinishedCapture => {
  const outcome = deps.store.script.shift() ?? 'approved'
  return link.kind === 'attempt' ? finishAttempt(deps, outcome, link) : finishEnrollment(deps, outcome, link)
}

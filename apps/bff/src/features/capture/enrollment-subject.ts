import { RETRY_CODES, RETRY_REASONS, type RetryReason } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { Picture } from '../../providers/types.ts'
import {
  advanceEnrollment,
  type EnrollmentRows,
  type EnrollmentTrigger,
  type FaceEnrollment,
  lockAndSettleFace,
  makeReference,
  matchNewFace,
  sealTemplate,
  toFaceEvent,
} from '../faces/index.ts'
import { assertLiveness, type UserJourney } from '../journeys/index.ts'
import { toReturnUrl } from '../links/index.ts'
import { newReview } from '../reviews/index.ts'
import { recordEvents } from '../webhooks/index.ts'
import type { CaptureChange, CaptureSubject, HeldCapture, Verification } from './capture-subject.ts'
import { needOfTurn } from './challenge/challenge-rules.ts'
import type { LivenessChallenge } from './challenge/challenges-repo.ts'
import { findChallenge } from './challenge/find-challenge.ts'
import type { CaptureDeps, CaptureRepositories } from './deps.ts'

interface Rows extends EnrollmentRows {
  journey: UserJourney | undefined
  challenge: LivenessChallenge | undefined
}

/** A link that gives a face its picture, which becomes the reference. */
export const toEnrollmentSubject = (deps: CaptureDeps, known: FaceEnrollment): CaptureSubject => {
  const { tenantId, faceId, id } = known

  const hold = async (repositories: CaptureRepositories): Promise<Rows | undefined> => {
    const held = await lockAndSettleFace(repositories, tenantId, faceId, deps.now())
    const enrollment = await repositories.faceEnrollments.get(tenantId, id)
    if (!held || !enrollment) return undefined
    const { userJourneyId } = enrollment
    const journey = userJourneyId ? await repositories.userJourneys.get(tenantId, userJourneyId) : undefined
    const challenge = await findChallenge(repositories, journey, { purpose: 'enrolment', tenantId, id })
    return { face: held.face, enrollment, journey, challenge }
  }

  return {
    purpose: 'enrolment',
    tenantId,
    id,
    pictureOwnerId: faceId,
    deviceKeyHash: known.deviceKeyHash,
    hold: async (repositories) => {
      const rows = await hold(repositories)
      return rows && toHeld(deps, repositories, rows)
    },
  }
}

/** Providers name reasons of their own; whatever the browser has no words for is an unreadable picture. */
const toRetryReason = (reason: string): RetryReason =>
  RETRY_REASONS.find((known) => known === reason) ?? 'image_unreadable'

/** How an enrolment went is not kept. */
const withoutDetails = ({
  openedOn: _opened,
  minimumMatchLevel: _level,
  retryReasons: _reasons,
  client: _client,
  ...change
}: CaptureChange) => change

const toHeld = (deps: CaptureDeps, repositories: CaptureRepositories, rows: Rows): HeldCapture => {
  const { enrollment, journey, challenge } = rows
  const step = async (
    trigger: EnrollmentTrigger,
    codes: readonly ResponseCode[],
    change: CaptureChange = {},
  ): Promise<HeldCapture> => {
    const input = { ...rows, trigger, codes, alongside: withoutDetails(change), now: deps.now() }
    const advanced = await advanceEnrollment(repositories, input)
    if (!advanced) throw new AppError('ATTEMPT_CLOSED')
    return toHeld(deps, repositories, { ...advanced, journey, challenge })
  }
  return {
    state: enrollment,
    applicantId: rows.face.applicantId,
    returnUrl: toReturnUrl({ ...enrollment, prefix: 'face_enrollment' }),
    journey,
    locale: enrollment.locale,
    captureMode: 'selfie-upload',
    turn: needOfTurn(journey, challenge, {
      tokenHash: enrollment.captureTokenHash,
      isRepeated: false,
      now: deps.now(),
    }),
    challenge,
    testOutcome: undefined,
    hasLocked: false,
    assertReady: async () => {
      if (!deps.providers.default.enrol) throw new AppError('PROVIDER_UNAVAILABLE')
      if (journey) assertLiveness(deps, deps.providers.default, journey)
    },
    assertLiveness: () => {
      if (journey) assertLiveness(deps, deps.providers.default, journey)
    },
    // An enrolment compares with nobody whom a try could find out.
    assertMayTry: () => {},
    update: async (asked) => {
      const change = withoutDetails(asked)
      const modifiedOn = deps.now()
      await repositories.faceEnrollments.update(enrollment.id, change, modifiedOn)
      return toHeld(deps, repositories, { ...rows, enrollment: { ...enrollment, ...change, modifiedOn } })
    },
    advance: step,
    conclude: (verdict, codes, { change } = {}) => {
      if (verdict !== 'enrolled' && verdict !== 'sent_to_review') {
        throw new TypeError('an enrolment approves nobody')
      }
      return step(verdict, codes, change)
    },
    verify: (selfie) => enrol(deps, rows, selfie),
  }
}

const enrol = async (deps: CaptureDeps, { face, journey }: Rows, selfie: Picture): Promise<Verification> => {
  const { tenantId, applicantId } = face
  const asker = { tenantId, isPersonWaiting: true }
  const outcome = await makeReference(deps, await selfie.read(), asker)
  if (outcome.kind === 'unusable') {
    const reason = toRetryReason(outcome.reason)
    return { kind: 'retry', reasons: [reason], codes: [RETRY_CODES[reason]] }
  }
  const match = await matchNewFace(deps, { face, journey, picture: selfie }, asker)
  return {
    kind: 'decided',
    verdict: match.isTrusted ? 'enrolled' : 'sent_to_review',
    print: outcome.print,
    record: async (held, repositories, change, refusal) => {
      const isTrusted = !refusal && match.isTrusted && (await match.isStillTrue(repositories))
      const applicant = await repositories.applicants.getWithKey(tenantId, applicantId)
      const { applicantKey = null } = applicant ?? {}
      await repositories.faces.putTemplate(sealTemplate(deps, { ...face, applicantKey }, outcome.template))
      const concluded = isTrusted
        ? await held.conclude('enrolled', [10000], { change })
        : await held.conclude('sent_to_review', refusal?.codes ?? match.codes, { change })
      const status = isTrusted ? 'ACTIVE' : 'REVIEW'
      if (!isTrusted) {
        const fourEyes = journey?.reviewFourEyes ?? false
        const userJourneyId = journey?.id ?? null
        const subject = { tenantId, subjectId: face.id, applicantId, userJourneyId }
        await repositories.reviews.insert(
          newReview({ ...subject, cause: 'new_face', fourEyes, createdOn: deps.now() }),
        )
      }
      await recordEvents(repositories, [
        toFaceEvent('face_added', { ...face, status }, applicant?.externalApplicantId ?? null, deps.now()),
      ])
      return concluded
    },
  }
}

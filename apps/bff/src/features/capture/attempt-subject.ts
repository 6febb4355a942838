import { AppError } from '@visavis/shared/errors'
import { findTestOutcome } from '@visavis/shared/test-mode'
import { DEFAULT_LOCKOUT } from '@visavis/shared/user-journeys'
import { callProvider } from '../../providers/call-provider.ts'
import { createTestProvider } from '../../providers/test-provider.ts'
import type { FaceProvider, Picture } from '../../providers/types.ts'
import {
  type Attempt,
  advance,
  assertMayTry,
  commitToPicture,
  type DecisionEvidence,
  type HeldAuthentication,
  isRepeated,
  lockAndSettle,
  MAX_COMPARISON_MS,
  noteCourse,
  type Step,
} from '../authentications/index.ts'
import { findUsableFaces, readReferences } from '../faces/index.ts'
import { assertLiveness, getJourneyProvider } from '../journeys/index.ts'
import { toReturnUrl } from '../links/index.ts'
import type { CaptureSubject, Concluding, FoundLife, HeldCapture, Verification } from './capture-subject.ts'
import { needOfTurn } from './challenge/challenge-rules.ts'
import type { LivenessChallenge } from './challenge/challenges-repo.ts'
import { findChallenge } from './challenge/find-challenge.ts'
import type { CaptureDeps, CaptureRepositories } from './deps.ts'
import { cancelVendorCapture } from './hosted/cancel-vendor-capture.ts'
import { readHostedNext } from './hosted/hosted-next.ts'

/** The attempt of the link, open or over. */
type Held = HeldAuthentication & { attempt: Attempt; challenge: LivenessChallenge | undefined }

/** An attempt at a face authentication: the picture is compared with the applicant's faces. */
export const toAttemptSubject = (deps: CaptureDeps, known: Attempt): CaptureSubject => {
  const { tenantId, faceAuthenticationId, id } = known
  return {
    purpose: 'authentication',
    tenantId,
    id,
    pictureOwnerId: id,
    deviceKeyHash: known.deviceKeyHash,
    hold: async (repositories) => {
      const held = await lockAndSettle(repositories, tenantId, faceAuthenticationId, deps.now())
      if (!held) return undefined
      const attempt =
        held.attempt?.id === id
          ? held.attempt
          : await repositories.attempts.get(tenantId, faceAuthenticationId, id)
      if (!attempt) return undefined
      const challenge = await findChallenge(repositories, held.journey, {
        purpose: 'authentication',
        tenantId,
        id,
      })
      return toHeld(deps, repositories, { ...held, attempt, challenge })
    },
    beginComparison: (uploadId) => {
      const now = deps.now()
      const until = new Date(now.getTime() + MAX_COMPARISON_MS)
      return deps.database.attempts.beginComparison(known, uploadId, { now, until })
    },
    noteCourse: (events) => noteCourse(deps, known, events),
    hosted: {
      isUnderWay: async () => (await deps.database.vendorCaptures.get(tenantId, id))?.status === 'open',
      readNext: () => readHostedNext(deps, known),
      leave: () => cancelVendorCapture(deps, known),
    },
  }
}

/** Delivered and decided in one go: both steps of the table, nothing visible in between. */
const DELIVERED: Step = { trigger: 'capture_completed', codes: [] }

const toHeld = (deps: CaptureDeps, repositories: CaptureRepositories, held: Held): HeldCapture => {
  const { attempt, authentication, journey, challenge, lockout, externalApplicantId } = held
  const now = deps.now()
  const testOutcome = findTestOutcome({ tenantId: authentication.tenantId, externalApplicantId })
  const provider = testOutcome ? createTestProvider(testOutcome) : getJourneyProvider(deps, journey)
  const assertLivenessHere = () => {
    if (!testOutcome) assertLiveness(deps, provider, journey)
  }
  const step = async (
    steps: readonly [Step, ...Step[]],
    concluding: Concluding = {},
  ): Promise<HeldCapture> => {
    const options = { now: deps.now(), ...concluding }
    const advanced = await advance(repositories, held, steps, options)
    if (!advanced?.attempt) throw new AppError('ATTEMPT_CLOSED')
    return toHeld(deps, repositories, { ...advanced, attempt: advanced.attempt, challenge })
  }
  return {
    state: attempt,
    applicantId: authentication.applicantId,
    returnUrl: toReturnUrl({ ...attempt, id: authentication.id, prefix: 'face_authentication' }),
    journey,
    locale: attempt.locale ?? attempt.language ?? journey.locale,
    hasLocked: held.hasLocked ?? false,
    captureMode: provider.capabilities.capture,
    turn: testOutcome
      ? 'none'
      : needOfTurn(journey, challenge, {
          tokenHash: attempt.captureTokenHash,
          isRepeated: isRepeated(lockout, journey.lockout ?? DEFAULT_LOCKOUT, now),
          now,
        }),
    challenge,
    testOutcome,
    assertReady: async () => {
      assertLivenessHere()
      if (testOutcome) return
      const faces = await findUsableFaces(repositories, provider, authentication, deps.now())
      if (faces.length === 0) throw new AppError('REFERENCE_MISSING')
    },
    assertLiveness: assertLivenessHere,
    assertMayTry: () => assertMayTry(held.lockout, deps.now()),
    update: async (asked) => {
      const modifiedOn = deps.now()
      // Another upload, or none: that of before is not compared any more.
      const change = 'uploadId' in asked ? { ...asked, comparingUntil: null } : asked
      await repositories.attempts.update(attempt.id, change, modifiedOn)
      return toHeld(deps, repositories, { ...held, attempt: { ...attempt, ...change, modifiedOn } })
    },
    advance: (trigger, codes, change) =>
      step(
        trigger === 'unusable' ? [DELIVERED, { trigger, codes }] : [{ trigger, codes }],
        change && { change },
      ),
    conclude: (verdict, codes, concluding) => {
      if (verdict !== 'matched' && verdict !== 'mismatched')
        throw new TypeError('a face authentication enrols nothing')
      return step([DELIVERED, { trigger: verdict, codes }], concluding)
    },
    verify: (selfie, life) => verify(deps, held, provider, { selfie, life }),
  }
}

const verify = async (
  deps: CaptureDeps,
  { authentication, journey }: Held,
  provider: FaceProvider,
  { selfie, life }: { selfie: Picture; life: FoundLife },
): Promise<Verification> => {
  const { minimumMatchLevel } = journey
  if (life.isRefused) return refuseUncompared(selfie, life, minimumMatchLevel)
  const references = await readReferences(deps, provider, authentication)
  const verifySelfie = provider.verify
  if (!verifySelfie) throw new AppError('PROVIDER_UNAVAILABLE')
  const outcome = await callProvider(provider, (signal) =>
    verifySelfie({ selfie, seen: life.seen, references, minimumMatchLevel }, signal, {
      tenantId: authentication.tenantId,
      isPersonWaiting: true,
    }),
  )
  if (outcome.kind === 'no-reference') throw new AppError('REFERENCE_MISSING')
  if (outcome.kind === 'retry') return outcome
  const verdict = outcome.kind === 'approved' ? 'matched' : 'mismatched'
  const evidence: DecisionEvidence = {
    ...(await commitToPicture(selfie)),
    modelId: outcome.modelId ?? provider.id,
    matchLevel: outcome.matchLevel ?? null,
    ...life.evidence,
  }
  return {
    kind: 'decided',
    verdict,
    print: outcome.print,
    record: (held, _, alongside, refusal) => {
      const change = { ...alongside, minimumMatchLevel }
      return refusal
        ? held.conclude('mismatched', refusal.codes, { change, evidence, riskLabels: refusal.riskLabels })
        : held.conclude(verdict, outcome.codes, { change, evidence })
    },
  }
}

/** Nobody is let in by it, whoever it shows: it is not compared, and no vendor gets to see it. */
const refuseUncompared = async (
  selfie: Picture,
  { evidence: { livenessModelId, ...found } }: FoundLife,
  minimumMatchLevel: number,
): Promise<Verification> => {
  const evidence: DecisionEvidence = {
    ...(await commitToPicture(selfie)),
    modelId: livenessModelId ?? 'none',
    matchLevel: null,
    ...found,
    livenessModelId,
  }
  return {
    kind: 'decided',
    verdict: 'mismatched',
    record: (held, _, alongside, refusal) =>
      held.conclude('mismatched', refusal?.codes ?? [], {
        change: { ...alongside, minimumMatchLevel },
        evidence,
        ...(refusal ? { riskLabels: refusal.riskLabels } : {}),
      }),
  }
}

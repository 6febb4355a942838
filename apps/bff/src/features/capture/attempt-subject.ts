import { AppError } from '@visavis/shared/errors'
import type { ResponseCode } from '@visavis/shared/response-codes'
import { callProvider } from '../../providers/call-provider.ts'
import type { Picture, VerifyOutcome } from '../../providers/types.ts'
import { type Attempt, advanceThrough, type FaceAuthentication, lockAndSettle, type Trigger } from '../authentications/index.ts'
import { findUsableFaces, readReferences } from '../faces/index.ts'
import { assertLiveness, getJourneyProvider, type UserJourney } from '../journeys/index.ts'
import { toReturnUrl } from '../links/index.ts'
import type { CaptureSubject, HeldCapture, Judgement } from './capture-subject.ts'
import type { CaptureDeps, CaptureRepositories } from './deps.ts'
import { cancelVendorCapture } from './hosted/cancel-vendor-capture.ts'
import { completeStep } from './hosted/complete-step.ts'
import { readHostedNext } from './hosted/hosted-next.ts'

interface Rows {
  attempt: Attempt
  authentication: FaceAuthentication
  journey: UserJourney | undefined
}

/** An attempt at a face authentication: the picture is compared with the applicant's faces. */
export const toAttemptSubject = (deps: CaptureDeps, known: Attempt): CaptureSubject => {
  const { tenantId, faceAuthenticationId, id } = known

  const hold = async (repositories: CaptureRepositories): Promise<Rows | undefined> => {
    const held = await lockAndSettle(repositories, tenantId, faceAuthenticationId, deps.now())
    if (!held) return undefined
    const { authentication, attempt: open } = held
    const attempt =
      open?.id === id ? open : await repositories.attempts.get(tenantId, faceAuthenticationId, id)
    if (!attempt) return undefined
    const journey = await repositories.userJourneys.get(tenantId, authentication.userJourneyId)
    return { attempt, authentication, journey }
  }

  return {
    purpose: 'authentication',
    tenantId,
    id,
    pictureOwnerId: id,
    hold: async (repositories) => {
      const rows = await hold(repositories)
      return rows && toHeld(deps, repositories, rows)
    },
    hosted: {
      isUnderWay: async () => (await deps.database.vendorCaptures.get(tenantId, id))?.status === 'open',
      readNext: () => readHostedNext(deps, known),
      complete: (handed) => completeStep(deps, known, handed),
      leave: () => cancelVendorCapture(deps, known),
    },
    judge: async (selfie) => {
      const outcome = await verify(deps, known, selfie)
      if (outcome.kind === 'no-reference') throw new AppError('REFERENCE_MISSING')
      if (outcome.kind === 'retry') return outcome
      const trigger = outcome.kind === 'approved' ? 'matched' : 'mismatched'
      return {
        kind: 'decided',
        record: (held) => held.conclude(trigger, outcome.codes),
      } satisfies Judgement
    },
  }
}

const toHeld = (deps: CaptureDeps, repositories: CaptureRepositories, rows: Rows): HeldCapture => {
  const { attempt, authentication, journey } = rows
  return {
    state: attempt,
    returnUrl: toReturnUrl({ ...attempt, id: authentication.id, prefix: 'face_authentication' }),
    journey,
    locale: attempt.locale ?? attempt.language ?? journey?.locale ?? null,
    captureMode: journey ? getJourneyProvider(deps, journey).capabilities.capture : 'selfie-upload',
    assertReady: async () => {
      if (!journey) throw new AppError('ATTEMPT_CLOSED')
      const provider = getJourneyProvider(deps, journey)
      assertLiveness(provider, journey)
      const faces = await findUsableFaces(repositories, provider, authentication, deps.now())
      if (faces.length === 0) throw new AppError('REFERENCE_MISSING')
    },
    update: async (change) => {
      const modifiedOn = deps.now()
      await repositories.attempts.update(attempt.id, change, modifiedOn)
      return toHeld(deps, repositories, { ...rows, attempt: { ...attempt, ...change, modifiedOn } })
    },
    advance: async (trigger, codes) => {
      const last = { trigger, codes }
      const steps = trigger === 'unusable' ? [DELIVERED, last] : [last]
      return toHeld(deps, repositories, await step(deps, repositories, rows, steps))
    },
    conclude: async (verdict, codes) => {
      if (verdict === 'enrolled') throw new TypeError('nothing is enrolled here')
      const steps = [DELIVERED, { trigger: verdict, codes }]
      return toHeld(deps, repositories, await step(deps, repositories, rows, steps))
    },
  }
}

/** @throws AppError ATTEMPT_CLOSED when a step is not legal; nothing is written then */
const step = async (
  { now }: CaptureDeps,
  repositories: CaptureRepositories,
  { attempt, authentication, journey }: Rows,
  steps: readonly { trigger: Trigger; codes: readonly ResponseCode[] }[],
): Promise<Rows> => {
  const advanced = await advanceThrough(repositories, { attempt, authentication, now: now() }, steps)
  if (!advanced?.attempt) throw new AppError('ATTEMPT_CLOSED')
  return { attempt: advanced.attempt, authentication: advanced.authentication, journey }
}

/** Delivered and decided in one go: both steps of the table, nothing visible in between. */
const DELIVERED = { trigger: 'capture_completed', codes: [] } as const

const verify = async (deps: CaptureDeps, known: Attempt, selfie: Picture): Promise<VerifyOutcome> => {
  const { database } = deps
  const { tenantId } = known
  const authentication = await database.faceAuthentications.get(tenantId, known.faceAuthenticationId)
  const journey = authentication && (await database.userJourneys.get(tenantId, authentication.userJourneyId))
  if (!authentication || !journey) throw new AppError('ATTEMPT_CLOSED')
  const provider = getJourneyProvider(deps, journey)
  assertLiveness(provider, journey)
  const references = await readReferences(deps, provider, authentication)
  const verifySelfie = provider.verify
  if (!verifySelfie) throw new AppError('PROVIDER_UNAVAILABLE')
  return callProvider(provider, (signal) =>
    verifySelfie({ selfie, references, minimumMatchLevel: journey.minimumMatchLevel }, signal),
  )
}

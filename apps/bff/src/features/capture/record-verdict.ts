import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import { bulkhead } from 'cockatiel'
import type { SpooledUpload } from '../../storage/assets/types.ts'
import { type Checked, decide, type Refusal } from '../checks/index.ts'
import { storeObjects, toPictureObject } from '../pictures/index.ts'
import { toNext } from './capture-context.ts'
import type { CaptureSubject, HeldCapture, Verification } from './capture-subject.ts'
import { endChallenge, forgetFrames } from './challenge/end-challenge.ts'
import type { CaptureDeps, CaptureRepositories } from './deps.ts'
import type { Device } from './device/device-cookie.ts'
import { rememberDevice } from './device/known-device.ts'
import { collectEvidence } from './liveness/collect-evidence.ts'
import { lookForReplay } from './look-for-replay.ts'
import { observe } from './observe-capture.ts'
import { assertCurrent, type Claim } from './selfie-claim.ts'
import type { Verdict } from './verdict.ts'

/** Pictures on their way into the store are whole in memory, three times over: so many at a time, the others wait. */
const MAX_STORING = 4
const storing = bulkhead(MAX_STORING, Number.POSITIVE_INFINITY)

export interface Received {
  upload: SpooledUpload
  quality: PictureQuality | null
  device: Device
}

interface Verified {
  verification: Extract<Verification, { kind: 'decided' }>
  /** What was looked at before. */
  checked: readonly Checked[]
}

/** Picture, what is kept of the turns, verdict and all statuses, in one transaction. */
export const recordVerdict = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  claim: Claim,
  { upload, quality, device }: Received,
  { verification: { verdict, print, record }, checked: before }: Verified,
): Promise<Next> => {
  const read = () => upload.read()
  const { checked: replay, marks } = await lookForReplay(deps, subject, claim.held, { read, print })
  const checked = [...before, ...replay]
  const decision = decide(verdict, checked)
  const refusal = decision.kind === 'refused' ? decision : undefined
  const checkResults = Object.fromEntries(checked.map(({ check, result }) => [check.id, result]))
  const { tenantId, purpose, pictureOwnerId: ownerId } = subject
  const { source } = claim
  let decided: HeldCapture | undefined
  const commit = async (repositories: CaptureRepositories) => {
    const held = await subject.hold(repositories)
    if (!held) throw new AppError('ATTEMPT_CLOSED')
    assertCurrent(held.state, claim)
    const captureCount = held.state.captureCount + 1
    if (held.challenge) await endChallenge(repositories, held.challenge)
    decided = await record(held, repositories, { captureCount, source, checkResults }, refusal)
    if (!refusal) await rememberDevice(repositories, subject, held, { device, verdict, now: deps.now() })
  }
  const evidence = await collectEvidence(deps, subject, claim.held)
  if (claim.keepsPicture || evidence.length > 0) {
    const { applicantId } = claim.held
    const kept = { tenantId, applicantId, ownerId, quality, source, marks }
    await storing.execute(async () => {
      const picture = claim.keepsPicture
        ? [toPictureObject(deps, { ...kept, picture: await upload.read() })]
        : []
      await storeObjects(deps, [...picture, ...evidence], commit)
    })
  } else await deps.database.transaction(commit)
  if (!decided) throw new AppError('ATTEMPT_CLOSED')
  if (claim.held.challenge) await forgetFrames(deps, tenantId)
  const { journey, state } = decided
  if (journey && purpose === 'authentication') {
    observe(deps, subject, { kind: 'decision', userJourneyId: journey.id, codes: state.responseCodes })
  }
  observe(deps, subject, { kind: 'picture', purpose, source, outcome: toOutcome(verdict, refusal) })
  if (decided.hasLocked) observe(deps, subject, { kind: 'lock' })
  return toNext(decided)
}

const toOutcome = (verdict: Verdict, refusal: Refusal | undefined): Verdict | 'replayed' | 'not_live' => {
  if (!refusal) return verdict
  return refusal.codes.includes(62902) ? 'replayed' : 'not_live'
}

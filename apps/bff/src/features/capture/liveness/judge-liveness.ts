import { RETRY_CODES, type RetryReason } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { PictureSource } from '@visavis/shared/picture-source'
import { callEngine } from '../../../providers/embedded/call-engine.ts'
import { TEST_MODEL } from '../../../providers/test-provider.ts'
import type { Picture } from '../../../providers/types.ts'
import { NO_LIVENESS } from '../../authentications/index.ts'
import { type Checked, decide, type LookForLife, lookForLife, NOT_LIVE } from '../../checks/index.ts'
import type { CaptureSubject, FoundLife, HeldCapture, Verification } from '../capture-subject.ts'
import type { CaptureDeps } from '../deps.ts'
import type { Device } from '../device/device-cookie.ts'
import { isNewDevice } from '../device/known-device.ts'
import { readTurns } from './read-turns.ts'

type JudgedLiveness =
  | Extract<Verification, { kind: 'retry' }>
  /** The head has to be turned: for the first time on that link, or `isAgain`. */
  | { kind: 'turn'; isAgain: boolean }
  | { kind: 'judged'; life: FoundLife; checked: readonly Checked[] }

const TURN_AGAIN = { kind: 'turn', isAgain: true } as const

const NOT_ASKED: JudgedLiveness = {
  kind: 'judged',
  life: { evidence: NO_LIVENESS, isRefused: false },
  checked: [],
}

/**
 * Whether somebody living was in front of the camera, where the journey asks. It comes before the faces are compared:
 * what it refuses is compared with nobody.
 * @throws AppError LIVENESS_UNAVAILABLE, CHALLENGE_OVER, PROVIDER_UNAVAILABLE, RATE_LIMITED
 */
export const judgeLiveness = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  held: HeldCapture,
  { upload, source, device }: { upload: Picture; source: PictureSource | null; device: Device },
): Promise<JudgedLiveness> => {
  const { tenantId } = subject
  const { journey, turn, challenge } = held
  const policy = journey?.livenessPolicy ?? 'none'
  if (held.testOutcome === 'spoof') return toTestLife('failed')
  if (policy === 'none' || policy === 'required') return NOT_ASKED
  if (held.testOutcome) return toTestLife('passed')
  const { liveness: engine } = deps
  if (!engine) throw new AppError('LIVENESS_UNAVAILABLE')
  const method = turn === 'done' ? 'active' : 'passive'
  const stepUp = turn === 'none' ? (journey?.livenessStepUp?.when ?? []) : []
  if (source === 'photo' && stepUp.includes('photo_source')) return { kind: 'turn', isAgain: false }
  const isNew = stepUp.includes('new_device') && (await isNewDevice(deps, subject, held, device))
  if (isNew) return { kind: 'turn', isAgain: false }
  const turns = method === 'active' && challenge ? await readTurns(deps, challenge) : []
  const selfie = await upload.read()
  const looked = await callEngine((signal) =>
    lookForLife(engine, { selfie, turns }, { signal, tenantId, isPersonWaiting: true }),
  )
  if (looked.kind === 'unusable') return turn === 'due' ? TURN_AGAIN : retry(looked.reason)
  const { checked, band } = looked
  const decision = decide(undefined, checked)
  if (decision.kind === 'unclear') {
    return turn === 'none' ? retry(toReason(looked)) : TURN_AGAIN
  }
  const isLow = band === 'low' && stepUp.includes('low_passive_score')
  if (decision.kind === 'stands' && isLow) return { kind: 'turn', isAgain: false }
  const isRefused = decision.kind === 'refused'
  // In the place of a turn: whoever merely did not turn is asked again, whoever is a picture was found out.
  if (turn === 'due' && !isRefused) return TURN_AGAIN
  const evidence = {
    liveness: isRefused ? 'failed' : 'passed',
    livenessMethod: method,
    livenessModelId: engine.modelId,
    livenessBand: band,
  } as const
  return { kind: 'judged', life: { evidence, isRefused, seen: looked.seen }, checked }
}

/** In test mode, of an applicant of whom it is settled: nobody has looked. */
const toTestLife = (outcome: 'passed' | 'failed'): JudgedLiveness => ({
  kind: 'judged',
  life: {
    isRefused: outcome === 'failed',
    evidence: {
      liveness: outcome,
      livenessMethod: 'passive',
      livenessModelId: TEST_MODEL,
      livenessBand: outcome === 'failed' ? 'low' : 'high',
    },
  },
  checked: [
    { check: { id: 'passive', refusal: NOT_LIVE }, result: { outcome, score: null, modelId: TEST_MODEL } },
  ],
})

/** Of a face that was seen, and could not be judged. */
const toReason = ({ isFrontal }: Extract<LookForLife, { kind: 'looked' }>): RetryReason =>
  isFrontal ? 'face_too_close' : 'face_turned'

const retry = (reason: RetryReason): JudgedLiveness => ({
  kind: 'retry',
  reasons: [reason],
  codes: [RETRY_CODES[reason]],
})

import { randomUUID } from 'node:crypto'
import type { Check, Yoti, YotiSession } from './model.ts'
import { notify } from './notify.ts'
import { isRequested, livenessConfig } from './session-state.ts'
import type { YotiVerdict } from './verdict.ts'

/** What the page does next: another try, the end, or an error with the web client's code. */
export type SelfieOutcome = { kind: 'again' } | { kind: 'done' } | { kind: 'error'; code: number }

/** "No local tries left for liveness". */
const NO_TRIES_LEFT = 5002
/** Lowest level that counts as the same person. The vendor publishes no threshold. */
const MATCH_LEVEL = 3
const REASON = 'NOT_PUBLISHED'

/** A person's picture: one liveness check a try, and the comparison after the one that is approved. */
export const takeSelfie = async (
  yoti: Yoti,
  session: YotiSession,
  bytes: Uint8Array,
): Promise<SelfieOutcome> => {
  const { spec, faceCapture } = session
  const verdict = yoti.kit.verdicts.take(spec.user_tracking_id, faceCapture?.applicantId, session.id) ?? {}
  if (verdict.client_error !== undefined) return { kind: 'error', code: verdict.client_error }
  const now = yoti.kit.clock.now()
  const capture = { id: randomUUID(), picture: { id: randomUUID(), bytes, createdOn: now } }
  session.livenessCaptures.push(capture)
  session.consentOn ??= now
  session.isMediaWithheld = verdict.withhold_media ?? false
  notify(yoti, session, 'RESOURCE_UPDATE', { resource_id: capture.id })

  const liveness = await judgeLiveness(yoti, session, capture.id, bytes, verdict)
  session.checks.push(liveness)
  notify(yoti, session, 'CHECK_COMPLETION', { check_id: liveness.id })
  if (liveness.recommendation.value !== 'APPROVE') {
    const tries = session.checks.filter(({ type }) => type === 'LIVENESS').length
    if (tries < (livenessConfig(session)?.max_retries ?? 1)) return { kind: 'again' }
    session.isCaptured = true
    notify(yoti, session, 'SESSION_COMPLETION')
    return { kind: 'error', code: NO_TRIES_LEFT }
  }
  if (isRequested(session, 'FACE_COMPARISON'))
    session.checks.push(await compare(yoti, session, capture.id, bytes, verdict))
  session.isCaptured = true
  announce(yoti, session, verdict)
  return { kind: 'done' }
}

const judgeLiveness = async (
  { kit }: Yoti,
  session: YotiSession,
  captureId: string,
  bytes: Uint8Array,
  verdict: YotiVerdict,
): Promise<Check> => {
  const value =
    verdict.liveness ?? ((await kit.faces.findProblem(bytes)) === undefined ? 'APPROVE' : 'REJECT')
  const parts =
    livenessConfig(session)?.liveness_type === 'ZOOM'
      ? ['liveness_auth']
      : ['liveness_auth', 'face_processing', 'payload_signature_verification']
  const now = kit.clock.now()
  return {
    id: randomUUID(),
    type: 'LIVENESS',
    resourcesUsed: [captureId],
    createdOn: now,
    doneOn: now,
    finalState: 'DONE',
    recommendation: toRecommendation(value, verdict),
    breakdown: parts.map((sub_check) => ({
      sub_check,
      result:
        value !== 'APPROVE' && sub_check === (verdict.failed_sub_check ?? 'liveness_auth') ? 'FAIL' : 'PASS',
    })),
  }
}

const compare = async (
  { kit }: Yoti,
  { faceCapture }: YotiSession,
  captureId: string,
  selfie: Uint8Array,
  verdict: YotiVerdict,
): Promise<Check> => {
  const now = kit.clock.now()
  const value = verdict.comparison ?? (await compareFaces(kit, faceCapture?.picture?.bytes, selfie))
  return {
    id: randomUUID(),
    type: 'FACE_COMPARISON',
    resourcesUsed: [captureId, ...(faceCapture ? [faceCapture.id] : [])],
    createdOn: now,
    doneOn: new Date(now.getTime() + (verdict.delay_s ?? 0) * 1000),
    finalState: verdict.comparison_state ?? 'DONE',
    recommendation: toRecommendation(value, verdict),
    // Names of its parts and of the promised score are not published.
    breakdown: [],
  }
}

const compareFaces = async (
  { faces }: Yoti['kit'],
  reference: Uint8Array | undefined,
  selfie: Uint8Array,
): Promise<string> => {
  const comparison = reference && (await faces.compare(reference, selfie))
  if (comparison?.kind !== 'compared') return 'NOT_AVAILABLE'
  return comparison.matchLevel >= MATCH_LEVEL ? 'APPROVE' : 'REJECT'
}

const toRecommendation = (value: string, { reason, recovery_suggestion }: YotiVerdict) =>
  value === 'APPROVE'
    ? { value }
    : { value, reason: reason ?? REASON, ...(recovery_suggestion ? { recovery_suggestion } : {}) }

/** Once the reports are there. */
const announce = (
  yoti: Yoti,
  session: YotiSession,
  { delay_s = 0, comparison_state = 'DONE' }: YotiVerdict,
): void => {
  const tell = () => {
    const comparison = session.checks.find(({ type }) => type === 'FACE_COMPARISON')
    if (comparison) notify(yoti, session, 'CHECK_COMPLETION', { check_id: comparison.id })
    notify(yoti, session, 'SESSION_COMPLETION')
  }
  if (!['DONE', 'INTERNAL_ERROR'].includes(comparison_state)) return
  if (delay_s === 0) tell()
  else setTimeout(tell, delay_s * 1000).unref()
}

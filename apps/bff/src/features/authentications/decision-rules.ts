import type { LivenessMethod, LivenessResult, ScoreBand } from '@visavis/shared/attempt-details'
import type { AuthenticationStatus } from '@visavis/shared/statuses'

export type DecisionVerdict = Extract<AuthenticationStatus, 'approved' | 'declined'>

/** What was found out about a living person. */
export interface LivenessEvidence {
  liveness: LivenessResult
  /** `null`: the journey did not ask, or the decision is of before there was anything to ask for. */
  livenessMethod: Exclude<LivenessMethod, 'none'> | null
  /** Of the passive network. */
  livenessModelId: string | null
  livenessBand: ScoreBand | null
}

export const NO_LIVENESS: LivenessEvidence = {
  liveness: 'not_done',
  livenessMethod: null,
  livenessModelId: null,
  livenessBand: null,
}

/** What a verdict rests on. */
export interface DecisionEvidence extends LivenessEvidence {
  /** Random; without it nobody can tell whether the hash is that of a picture they have. `null`: a vendor took it. */
  pictureSalt: Uint8Array | null
  /** SHA-256 over salt and picture. */
  pictureHash: Uint8Array | null
  /** Of the engine's recogniser, or the provider that decided. */
  modelId: string
  /** 1–5, 0 for no match at any level; `null`: the provider does not tell. */
  matchLevel: number | null
}

/** A decision as its hash covers it. */
export interface DecisionContent extends DecisionEvidence {
  tenantId: string
  faceAuthenticationId: string
  attemptId: string
  verdict: DecisionVerdict
  decidedOn: Date
}

/**
 * The text whose bytes are hashed behind the hash before it; neither form ever changes. The salt is no part: it is erased.
 * What says nothing of liveness beyond its result is written as it was before there was more to say.
 */
export const toDecisionText = (decision: DecisionContent): string =>
  JSON.stringify([
    decision.livenessMethod === null ? 'visavis decision v1' : 'visavis decision v2',
    decision.tenantId,
    decision.faceAuthenticationId,
    decision.attemptId,
    decision.verdict,
    decision.pictureHash && Buffer.from(decision.pictureHash).toString('hex'),
    decision.modelId,
    decision.matchLevel,
    decision.liveness,
    decision.decidedOn.toISOString(),
    ...(decision.livenessMethod === null
      ? []
      : [decision.livenessMethod, decision.livenessModelId, decision.livenessBand]),
  ])

/** Of a provider that says no more than its verdict. */
export const toBareEvidence = (provider: string): DecisionEvidence => ({
  pictureSalt: null,
  pictureHash: null,
  modelId: provider,
  matchLevel: null,
  ...NO_LIVENESS,
})

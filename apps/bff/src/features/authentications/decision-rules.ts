import type { AuthenticationStatus } from '@visavis/shared/statuses'

export type DecisionVerdict = Extract<AuthenticationStatus, 'approved' | 'declined'>

/** What a verdict rests on. */
export interface DecisionEvidence {
  /** Random; without it nobody can tell whether the hash is that of a picture they have. `null`: a vendor took it. */
  pictureSalt: Uint8Array | null
  /** SHA-256 over salt and picture. */
  pictureHash: Uint8Array | null
  /** Of the engine's recogniser, or the provider that decided. */
  modelId: string
  /** 1–5, 0 for no match at any level; `null`: the provider does not tell. */
  matchLevel: number | null
  liveness: 'not_done'
}

/** A decision as its hash covers it. */
export interface DecisionContent extends DecisionEvidence {
  tenantId: string
  faceAuthenticationId: string
  attemptId: string
  verdict: DecisionVerdict
  decidedOn: Date
}

/** The text whose bytes are hashed behind the hash before it; its form never changes. The salt is no part: it is erased. */
export const toDecisionText = (decision: DecisionContent): string =>
  JSON.stringify([
    'visavis decision v1',
    decision.tenantId,
    decision.faceAuthenticationId,
    decision.attemptId,
    decision.verdict,
    decision.pictureHash && Buffer.from(decision.pictureHash).toString('hex'),
    decision.modelId,
    decision.matchLevel,
    decision.liveness,
    decision.decidedOn.toISOString(),
  ])

/** Of a provider that says no more than its verdict. */
export const toBareEvidence = (provider: string): DecisionEvidence => ({
  pictureSalt: null,
  pictureHash: null,
  modelId: provider,
  matchLevel: null,
  liveness: 'not_done',
})

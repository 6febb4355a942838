import type { ResponseCode } from '@visavis/shared/response-codes'

/** What a check found out. Kept with the attempt; the browser learns nothing of it. */
export interface CheckResult {
  /** `unclear`: it was done, and tells neither way. `not_done`: there was nothing to go by. */
  outcome: 'passed' | 'failed' | 'unclear' | 'not_done'
  /** 0 (nothing is wrong) to 1, or what the check's model calls its score. */
  score: number | null
  /** Of what judged, where a model did. */
  modelId?: string
  /** In the check's own words, for whoever has to explain it. */
  reasons?: readonly string[]
}

/** By the check's id. */
export type CheckResults = Readonly<Record<string, CheckResult>>

/** Looks at one thing that may be wrong with a capture. A folder each; what refuses by it reads no more than this. */
export interface Check<Id extends string, Evidence> {
  readonly id: Id
  /** What it defends against (ISO/IEC 30107-1): what is shown to the camera, or what is sent in its place. */
  readonly kind: 'presentation' | 'injection'
  readonly needs: 'still' | 'frames' | 'challenge'
  /** What a capture that fails is declined with. */
  readonly refusal: { code: ResponseCode; riskLabel: string }
  evaluate(evidence: Evidence, signal: AbortSignal): Promise<CheckResult>
}

/** A check that was made. */
export interface Checked {
  check: Pick<Check<string, never>, 'id' | 'refusal'>
  result: CheckResult
}

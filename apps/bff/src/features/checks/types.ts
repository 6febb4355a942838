/** What a check found out. Kept with the attempt; the browser learns nothing of it. */
export interface CheckResult {
  outcome: 'passed' | 'failed' | 'not_done'
  /** 0 (nothing is wrong) to 1, where the check has degrees. */
  score: number | null
}

/** By the check's id. */
export type CheckResults = Readonly<Record<string, CheckResult>>

/** Looks at one thing that may be wrong with a capture. */
export interface Check<Id extends string, Evidence> {
  readonly id: Id
  /** What it defends against (ISO/IEC 30107-1): what is shown to the camera, or what is sent in its place. */
  readonly kind: 'presentation' | 'injection'
  readonly needs: 'still' | 'frames' | 'challenge'
  evaluate(evidence: Evidence, signal: AbortSignal): Promise<CheckResult>
}

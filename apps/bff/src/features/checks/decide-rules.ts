import type { ResponseCode } from '@visavis/shared/response-codes'

/** As far as a decision goes; `Checked` fits. */
interface Made {
  check: { refusal: { code: ResponseCode; riskLabel: string } }
  result: { outcome: 'passed' | 'failed' | 'unclear' | 'not_done' }
}

export interface Refusal {
  codes: readonly ResponseCode[]
  riskLabels: readonly string[]
}

export type Decision<Match> =
  /** Whatever the faces say: it approves nobody, and gives nobody a face. */
  | ({ kind: 'refused' } & Refusal)
  /** Nothing is decided: what a check needs has to be shown again. */
  | { kind: 'unclear' }
  | { kind: 'stands'; match: Match }

/** What comes of a capture: one check that fails outweighs the match, and one that saw nothing leaves it open. */
export const decide = <Match>(match: Match, checks: readonly Made[]): Decision<Match> => {
  const failed = checks.filter(({ result }) => result.outcome === 'failed')
  if (failed.length > 0) {
    return {
      kind: 'refused',
      codes: [...new Set(failed.map(({ check }) => check.refusal.code))],
      riskLabels: [...new Set(failed.map(({ check }) => check.refusal.riskLabel))],
    }
  }
  const isClear = checks.every(({ result }) => result.outcome === 'passed')
  return isClear ? { kind: 'stands', match } : { kind: 'unclear' }
}

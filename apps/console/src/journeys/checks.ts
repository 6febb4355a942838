import { THRESHOLD_NAMES, type ThresholdName } from '@visavis/face-quality/gate-thresholds'
import { GATE_NAMES, GATES, type Gate } from '@visavis/face-quality/gates'
import { toLiveGates } from '@visavis/face-quality/live-gates'

const DEFAULTS = toLiveGates()

export interface Check {
  name: ThresholdName
  /** What the person is told. */
  code: string
  fails: 'above' | 'below'
  /** `null`: off. */
  usual: Gate | null
}

/** The applicant cannot mend a camera's resolution: it is no setting. */
export const CHECKS: readonly Check[] = GATE_NAMES.flatMap((gate, index) => {
  const name = THRESHOLD_NAMES[index]
  const { code, fails } = GATES[gate]
  return name === undefined || name === 'short_side' ? [] : [{ name, code, fails, usual: DEFAULTS[gate] }]
})
